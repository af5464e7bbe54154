// SPDX-License-Identifier: MIT
// Reading of boundaries: anything GDAL reads, checked, repaired, merged and projected to one CRS.
#pragma once

#include <string>

#include "wards/boundary_source.h"
#include "wards/ward.h"

namespace wardmap::wards {

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
