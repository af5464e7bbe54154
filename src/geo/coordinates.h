// SPDX-License-Identifier: MIT
// Whether a layer's coordinates fit its declared CRS.
#pragma once

#include <optional>
#include <string>

#include "base/finding.h"
#include "geo/polygon.h"
#include "geo/transform.h"

namespace wardmap::geo {

/// The fault of a layer whose coordinates (all within `box`) are far outside the area where their
/// CRS is used: it is mislabelled. `in` is the project table that can override it, "[boundaries]".
/// Nothing if they fit, or PROJ does not know the area.
[[nodiscard]] std::optional<Finding> misplaced(const Box& box, const Transform& transform,
                                               const std::string& shown_as, const std::string& in);

/// The CRS suggested by the range of the coordinates alone: "EPSG:4326" for degrees, "EPSG:27700"
/// for metres within Great Britain's grid, "EPSG:3857"; empty if none fits.
[[nodiscard]] std::string proposed_crs(const Box& box);

/// Whether degrees (x longitude, y latitude) are in Great Britain only if they are swapped: a file
/// with latitude first.
[[nodiscard]] bool look_swapped(const Box& degrees);

} // namespace wardmap::geo
