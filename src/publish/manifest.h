// SPDX-License-Identifier: MIT
// The manifest of an output folder: its inputs and outputs.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/staged_files.h"
#include "study/input_file.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::publish {

inline constexpr const char* manifest_name = "manifest.json";

/// Inputs and outputs with their SHA-256 (null for tables with suppressed figures), versions,
/// settings, the transformation. Contains no time, local path or user name: same inputs, same
/// bytes.
[[nodiscard]] std::string manifest_json(const Study& study, const style::Style& style,
                                        const std::vector<std::string>& products,
                                        const std::vector<Written>& files);

/// A manifest, read back.
struct Manifest {
    std::string version;
    std::vector<std::pair<std::string, std::string>> libraries;
    std::vector<std::string> products;
    std::string style;
    std::vector<std::string> categories;
    std::vector<InputFile> inputs; // without a hash if it is not published
    std::vector<Written> outputs;
};

/// The manifest of an output folder. Throws InputError if there is none, it is damaged, or it names
/// a file outside its folder.
[[nodiscard]] Manifest read_manifest(const std::string& folder);

/// The files of a former run according to the manifest in `folder`, including the manifest; empty
/// if there is none.
[[nodiscard]] std::vector<std::string> formerly_written(const std::string& folder);

} // namespace wardmap::publish
