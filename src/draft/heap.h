// SPDX-License-Identifier: MIT
// The files of a folder, by likely kind.
#pragma once

#include <string>
#include <vector>

namespace wardmap::draft {

struct Heap {
    std::vector<std::string> layers; // may be boundaries
    std::vector<std::string> tables; // may be tables
    std::vector<std::string> unused; // "report.pdf: not a table and not boundaries"
};

/// Every file of a folder and its subfolders, three levels deep, in order of name. Parts of
/// shapefiles, hidden files and files added by macOS are ignored; project files are not listed as
/// unused. A zip or a GeoPackage may be either.
[[nodiscard]] Heap files_of(const std::string& folder);

/// Whether the first line of a text file names longitude and latitude, or easting and northing:
/// incidents, if it names no areas.
[[nodiscard]] bool holds_points(const std::string& path);

/// Whether a file's name suggests a layer of boundaries rather than a table.
[[nodiscard]] bool may_be_layer(const std::string& path);

} // namespace wardmap::draft
