// SPDX-License-Identifier: MIT
// Boundaries in: anything GDAL reads, checked, repaired, merged and brought into one CRS.
#pragma once

#include <string>

#include "wards/boundary_source.h"
#include "wards/ward.h"

namespace wardmap::wards {

/// Reads all wards.
/// - Fields that are not given are guessed from ONS names of any year (WD11CD to WD25CD, wd23nm,
///   LAD13CD, LSOA11CD, CMWD11CD, ...) where one pair fits and nothing else does; reported in
///   findings.
/// - Features with the same code are merged; invalid rings repaired; both are reported, with the
///   change of area.
/// - Names that several wards have get their district behind them, where its name is known.
/// - Coordinates are in `target_crs` (a projected CRS in metres).
/// Throws InputError with a finding for each thing that is wrong: missing sister files, no CRS,
/// points or lines, no feature left by `where`, unknown field (with the nearest), unreadable
/// feature.
[[nodiscard]] WardSet read_wards(const BoundarySource& source,
                                 const std::string& target_crs = "EPSG:27700");

} // namespace wardmap::wards
