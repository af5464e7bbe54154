// SPDX-License-Identifier: MIT
// What was made of what: the manifest that is in every output folder.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/staged_files.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::publish {

inline constexpr const char* manifest_name = "manifest.json";

/// Inputs and outputs with their SHA-256 (null for tables of which figures are withheld), versions,
/// settings, the transformation. Holds no time, no path of the machine and no name of a user: same
/// inputs, same bytes.
[[nodiscard]] std::string manifest_json(const Study& study, const style::Style& style,
                                        const std::vector<std::string>& products,
                                        const std::vector<Written>& files);

/// What a manifest says, read back.
struct Manifest {
    std::string version;
    std::vector<std::pair<std::string, std::string>> libraries;
    std::vector<std::string> products;
    std::string style;
    std::vector<std::string> categories;
    std::vector<InputFile> inputs; // without a hash if it is not published
    std::vector<Written> outputs;
};

/// The manifest of an output folder. Throws InputError if there is none, if it is damaged, or where
/// it names a file outside its folder.
[[nodiscard]] Manifest read_manifest(const std::string& folder);

/// The files that a manifest in `folder` says a former run wrote, the manifest itself too; none if
/// there is none.
[[nodiscard]] std::vector<std::string> formerly_written(const std::string& folder);

} // namespace wardmap::publish
