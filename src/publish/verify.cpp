// SPDX-License-Identifier: MIT
#include "publish/verify.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "audit/audience.h"
#include "base/hash.h"
#include "base/interrupt.h"
#include "base/named_values.h"
#include "base/temp_folder.h"
#include "publish/publish.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::publish {
namespace {

namespace fs = std::filesystem;

FileState state_of(const fs::path& file, const std::string& sha256) {
    if (!fs::is_regular_file(file)) return FileState::missing;
    stop_if_interrupted();
    return sha256_of_file(file.string()) == sha256 ? FileState::same : FileState::changed;
}

std::set<std::string> files_below(const fs::path& folder) {
    std::set<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_directory()) files.insert(entry.path().lexically_relative(folder).string());
    }
    return files;
}

std::vector<InputCheck> compare_inputs(const Manifest& then, const Manifest& now) {
    std::map<std::string, InputFile> today;
    for (const auto& input : now.inputs) {
        today[input.path] = input;
    }
    std::vector<InputCheck> checks;
    for (const auto& input : then.inputs) {
        const auto found = today.find(input.path);
        if (found == today.end()) {
            checks.push_back({input.path, InputState::not_read});
            continue;
        }
        const bool redacted = input.secret || found->second.secret;
        checks.push_back({input.path, redacted ? InputState::redacted
                                      : found->second.sha256 == input.sha256
                                          ? InputState::same
                                          : InputState::changed});
        today.erase(found);
    }
    for (const auto& [path, input] : today) {
        checks.push_back({path, InputState::added});
    }
    return checks;
}

std::vector<VersionChange> compare_versions(const Manifest& then, const Manifest& now) {
    std::vector<VersionChange> changes;
    if (then.version != now.version) changes.push_back({"wardmap", then.version, now.version});
    const std::map<std::string, std::string> former(then.libraries.begin(), then.libraries.end());
    for (const auto& [name, number] : now.libraries) {
        const auto found = former.find(name);
        const auto before = found == former.end() ? "none" : found->second;
        if (before != number) changes.push_back({name, before, number});
    }
    return changes;
}

bool is_fault(const FileCheck& file) {
    return file.state == FileState::changed || file.state == FileState::missing;
}

} // namespace

bool Verification::is_same() const {
    if (std::ranges::any_of(files, is_fault)) return false;
    return !rerun || std::ranges::none_of(rerun->files, [](const FileCheck& file) {
        return file.state != FileState::same;
    });
}

std::vector<FileCheck> check_files(const std::string& folder, const Manifest& manifest) {
    std::vector<FileCheck> checks;
    auto others = files_below(folder);
    others.erase(manifest_name);
    for (const auto& output : manifest.outputs) {
        checks.push_back({output.path, state_of(fs::path(folder) / output.path, output.sha256)});
        others.erase(output.path);
    }
    for (const auto& path : others) {
        checks.push_back({path, FileState::extra});
    }
    return checks;
}

Rerun run_again(const std::string& folder, const Manifest& manifest, const Study& study,
                const style::Style& style, Options options) {
    const TempFolder temporary;
    options.folder = (temporary.path() / "again").string();
    options.products.clear();
    for (const auto& name : manifest.products) {
        if (const auto product = value_named(project::product_names, name)) {
            options.products.push_back(*product);
        }
    }
    Rerun rerun;
    rerun.project = study.project.file.written;
    std::set<std::string> former = {manifest_name};
    for (const auto& output : manifest.outputs) {
        former.insert(output.path);
    }
    for (const auto& written : publish(study, style, options)) {
        rerun.files.push_back(
            {written.path, state_of(fs::path(folder) / written.path, written.sha256)});
        former.erase(written.path);
    }
    for (const auto& path : former) {
        rerun.files.push_back({path, FileState::extra});
    }
    const auto today = read_manifest(options.folder);
    rerun.inputs = compare_inputs(manifest, today);
    rerun.versions = compare_versions(manifest, today);
    return rerun;
}

} // namespace wardmap::publish
