// SPDX-License-Identifier: MIT
#include "study/input_files.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

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

/// Whether a rule suppresses or rounds the figures of the result with that id.
template <typename Result>
bool has_rule(const std::vector<Result>& results, const std::string& id) {
    return std::ranges::any_of(results, [&](const Result& result) {
        return result.spec.id == id && result.disclosure.rule.is_on();
    });
}

/// The tables, as written in the project, in which a rule suppresses or rounds figures.
std::set<std::string> secret_tables(const Inputs& inputs, const Published& published) {
    std::set<std::string> tables;
    for (const auto& spec : inputs.project.denominators) {
        if (has_rule(published.denominators, spec.id)) {
            tables.insert(spec.figures.table.file.written);
        }
    }
    for (const auto& spec : inputs.categories) {
        if (!has_rule(published.categories, spec.id)) continue;
        for (const auto& figures : spec.figures) {
            tables.insert(figures.table.file.written);
        }
    }
    return tables;
}

/// The hashes of the files of tables with withheld figures, and of their logs.
std::set<std::string> secret_hashes(const std::vector<TableFile>& files,
                                    const std::set<std::string>& tables) {
    std::set<std::string> hashes;
    for (const auto& [table, file] : files) {
        if (tables.contains(table)) hashes.insert(file.sha256);
    }
    return hashes;
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
    auto of_tables = inputs.tables.inputs(watch);
    const auto secret = secret_hashes(of_tables, secret_tables(inputs, published));
    for (auto& [table, file] : of_tables) {
        const auto& path = file.path;
        const bool known = std::any_of(files.begin(), files.end(), [&path](const InputFile& other) {
            return other.path == path;
        });
        if (!known) files.push_back(std::move(file));
    }
    // Whatever holds the same bytes: a file may have been reached by several paths.
    for (auto& file : files) {
        file.secret = secret.contains(file.sha256);
    }
    std::sort(files.begin(), files.end(),
              [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    return files;
}

} // namespace wardmap
