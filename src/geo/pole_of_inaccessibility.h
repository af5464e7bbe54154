// SPDX-License-Identifier: MIT
// The point deepest inside a shape.
#pragma once

#include "geo/polygon.h"

namespace wardmap::geo {

struct Pole {
    geo::Point at;
    double distance = 0; // to the border
};

/// The pole of inaccessibility of the largest part (Garcia-Castellanos and Lombardo 2007), to
/// `tolerance`: grid cells are quartered while they may hold a deeper point. Precondition: not
/// empty.
[[nodiscard]] Pole pole_of_inaccessibility(const geo::MultiPolygon& shape, double tolerance);

/// How deep a point is inside a polygon: its distance to the border; negative outside.
[[nodiscard]] double depth_in(const geo::Polygon& polygon, geo::Point p);

/// The part with the largest area. Precondition: not empty.
[[nodiscard]] const geo::Polygon& largest_part(const geo::MultiPolygon& shape);

} // namespace wardmap::geo
