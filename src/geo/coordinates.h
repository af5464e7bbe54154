// SPDX-License-Identifier: MIT
// Whether a layer's coordinates are those of the system it says it is in.
#pragma once

#include <optional>
#include <string>

#include "base/finding.h"
#include "geo/polygon.h"
#include "geo/transform.h"

namespace wardmap::geo {

/// The fault of a layer whose coordinates (all within `box`) lie far outside the area where their
/// CRS is used: it is labelled wrongly. `in` is the table of the project that can say another,
/// "[boundaries]". Nothing where they fit, or PROJ does not know the area.
[[nodiscard]] std::optional<Finding> misplaced(const Box& box, const Transform& transform,
                                               const std::string& shown_as, const std::string& in);

/// The CRS that coordinates look like, by their range alone: "EPSG:4326" of degrees, "EPSG:27700"
/// of metres within Great Britain's grid, "EPSG:3857"; empty where they look like none of these.
[[nodiscard]] std::string proposed_crs(const Box& box);

/// Whether degrees (x longitude, y latitude) lie in Great Britain once they are swapped, and not as
/// they are: a file with latitude first.
[[nodiscard]] bool look_swapped(const Box& degrees);

} // namespace wardmap::geo
