// SPDX-License-Identifier: MIT
#include "study/input_files.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace wardmap {
namespace {

namespace fs = std::filesystem;

/// Path as written -> resolved, of everything but tables.
class ReadFiles {
public:
    void add(const FilePath& file) {
        if (!file.written.empty()) m_files[file.written] = file.resolved;
    }

    void add(const std::string& written, const std::vector<std::string>& files) {
        const fs::path folder = fs::path(written).parent_path();
        for (const auto& file : files) {
            m_files[(folder / fs::path(file).filename()).generic_string()] = file;
        }
    }

    [[nodiscard]] const std::map<std::string, std::string>& all() const { return m_files; }

private:
    std::map<std::string, std::string> m_files;
};

ReadFiles files_of(const Inputs& inputs) {
    ReadFiles files;
    files.add(inputs.project.file);
    files.add(inputs.wards.source, inputs.wards.files);
    if (inputs.fringe) files.add(inputs.fringe->wards.source, inputs.fringe->wards.files);
    for (const auto& layer : inputs.layers) {
        files.add(layer.spec.file.written, layer.files);
    }
    if (inputs.tiles) files.add(inputs.project.tiles->source.file.written, inputs.tiles->files);
    for (const auto& category : inputs.categories) {
        files.add(category.bands.frozen);
        const auto* const weights = project::weights_of(category);
        if (weights != nullptr) files.add(weights->file);
    }
    return files;
}

/// The tables, as written in the project, in which a rule suppresses or rounds figures.
std::set<std::string> secret_tables(const Inputs& inputs, const Published& published) {
    std::set<std::string> tables;
    for (const auto& spec : inputs.project.denominators) {
        const auto found = std::ranges::find(published.denominators, spec.id,
                                             [](const auto& result) { return result.spec.id; });
        if (found == published.denominators.end() || !found->disclosure.rule.is_on()) continue;
        tables.insert(spec.figures.table.file.written);
    }
    for (const auto& spec : inputs.categories) {
        const auto found = std::ranges::find(published.categories, spec.id,
                                             [](const auto& result) { return result.spec.id; });
        if (found == published.categories.end() || !found->disclosure.rule.is_on()) continue;
        for (const auto& figures : spec.figures) {
            tables.insert(figures.table.file.written);
        }
    }
    return tables;
}

/// Marks tables with suppressed figures, their logs, and any file with the same bytes: a file may
/// have been reached by several paths.
void mark_secret(std::vector<InputFile>& files, const std::set<std::string>& tables) {
    std::set<std::string> hashes;
    for (const auto& file : files) {
        const bool is_table = std::any_of(tables.begin(), tables.end(), [&](const auto& table) {
            return file.path == table || file.path == table + "-wal";
        });
        if (is_table) hashes.insert(file.sha256);
    }
    for (auto& file : files) {
        file.secret = hashes.contains(file.sha256);
    }
}

} // namespace

std::vector<InputFile> read_input_files(const Inputs& inputs, const Published& published,
                                        const InputWatch& watch) {
    std::vector<InputFile> files;
    const auto read = files_of(inputs);
    for (const auto& [written, path] : read.all()) {
        for (auto& file : watch.check_again(written, path)) {
            files.push_back({std::move(file.written), std::move(file.sha256)});
        }
    }
    for (auto& table : inputs.tables.inputs(watch)) {
        const bool known = std::any_of(files.begin(), files.end(), [&](const InputFile& file) {
            return file.path == table.path;
        });
        if (!known) files.push_back(std::move(table));
    }
    mark_secret(files, secret_tables(inputs, published));
    std::sort(files.begin(), files.end(),
              [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    return files;
}

} // namespace wardmap
