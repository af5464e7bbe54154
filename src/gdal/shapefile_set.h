// SPDX-License-Identifier: MIT
// A shapefile is several files: finds its sisters, and says which is missing before GDAL gives up.
#pragma once

#include <string>
#include <vector>

namespace wardmap::gdal {

struct FileSet {
    std::string path;               // what to open
    std::vector<std::string> files; // all files of the source, ordered; only those that are there
};

/// For a .shp: demands .shx and .dbf beside it (any case). A missing .shx or .dbf is an InputError
/// that names it. For other files the set is the file itself; a folder is that of its files. Throws
/// InputError if there is no such file.
[[nodiscard]] FileSet complete_shapefile(const std::string& path, const std::string& shown_as);

} // namespace wardmap::gdal
