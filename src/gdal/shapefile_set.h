// SPDX-License-Identifier: MIT
// A shapefile is several files: finds its companions and reports a missing one before GDAL fails.
#pragma once

#include <string>
#include <vector>

namespace wardmap::gdal {

struct FileSet {
    std::string path;               // what to open
    std::vector<std::string> files; // all existing files of the source, ordered
};

/// For a .shp, requires .shx and .dbf beside it (in any case); throws InputError naming the missing
/// one. For other files the set is the file itself; for a folder, its files. Throws InputError if
/// there is no such file.
[[nodiscard]] FileSet complete_shapefile(const std::string& path, const std::string& shown_as);

} // namespace wardmap::gdal
