// SPDX-License-Identifier: MIT
// Exact orientation test. Private to incidents/.
#pragma once

#include <cmath>

#include "geo/polygon.h"

namespace wardmap::incidents {

/// The sign of `orientation`, computed exactly.
[[nodiscard]] int exact_orientation(geo::Point a, geo::Point b, geo::Point p);

/// 1 if p is to the left of the line from a to b, -1 to its right, 0 on it: exact for all finite
/// coordinates (the filter of Shewchuk 1997, "Adaptive precision floating-point arithmetic", and
/// expansions if the filter is inconclusive).
[[nodiscard]] inline int orientation(geo::Point a, geo::Point b, geo::Point p) {
    const double left = (a.x - p.x) * (b.y - p.y);
    const double right = (a.y - p.y) * (b.x - p.x);
    const double determinant = left - right;
    constexpr double relative_error = 3.3306690738754716e-16;
    const double error = relative_error * (std::abs(left) + std::abs(right));
    if (determinant > error) return 1;
    if (determinant < -error) return -1;
    return exact_orientation(a, b, p);
}

} // namespace wardmap::incidents
