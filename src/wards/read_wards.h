// SPDX-License-Identifier: MIT
// Reading of boundaries: anything GDAL reads, checked, repaired, merged and projected to one CRS.
#pragma once

#include <string>

#include "base/file_path.h"
#include "wards/ward.h"

namespace wardmap::wards {

/// The boundaries as specified in the project file. Empty: detected.
struct BoundarySource {
    FilePath file;        // file, zipped shapefile, folder or GDAL connection
    std::string layer;    // if the source has several
    std::string code;     // attribute with the ward code, e.g. "WD13CD"
    std::string name;     // attribute with the ward name
    std::string legacy;   // attribute with the legacy code, e.g. "WD13CDO"
    std::string district; // attribute with the district's name or code, e.g. "LAD23NM"
    std::string where;    // attribute filter in OGR SQL
    std::string crs;      // overrides or supplies that of the source, e.g. "EPSG:27700"
    std::string encoding; // overrides that of the attribute table, e.g. "CP850"
};

/// Reads all wards.
/// - Fields that are not given are detected from ONS names of any year (WD11CD to WD25CD, wd23nm,
///   LAD13CD, LSOA11CD, CMWD11CD, ...) if exactly one pair fits; reported in findings.
/// - Features with the same code are merged; invalid rings are repaired; both are reported, with
///   the change of area.
/// - Names shared by several wards are followed by their district, if its name is known.
/// - Coordinates are in `target_crs` (a projected CRS in metres).
/// Throws InputError with a finding for each error: missing companion files, no CRS, points or
/// lines, no feature selected by `where`, unknown field (with the nearest), unreadable feature.
[[nodiscard]] WardSet read_wards(const BoundarySource& source,
                                 const std::string& target_crs = "EPSG:27700");

} // namespace wardmap::wards
