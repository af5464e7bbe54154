// SPDX-License-Identifier: MIT
// Where wards are small on the sheet, lines of full width would be all there is to see.
#pragma once

#include <vector>

#include "geo/polygon.h"

namespace wardmap::maps {

/// What share of their width lines have on shapes in millimetres: 1 where the middle one (median)
/// is `full_mm` across (the root of its area) or more, in proportion below, never under `least`.
[[nodiscard]] double line_share(const std::vector<geo::MultiPolygon>& shapes, double full_mm,
                                double least = 0.3);

} // namespace wardmap::maps
