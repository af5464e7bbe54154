// SPDX-License-Identifier: MIT
// Where wards are small on the sheet, lines of full width would be all there is to see.
#pragma once

#include <optional>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::maps {

/// What share of their width lines have on shapes in millimetres: 1 if the middle one (median) is
/// `full_mm` across (the root of its area) or more, in proportion below, never under `least`.
[[nodiscard]] double line_share(const std::vector<geo::MultiPolygon>& shapes, double full_mm,
                                double least = 0.3);

/// The mean area of the shapes that are on the sheet, in mm²; nothing if none is.
[[nodiscard]] std::optional<double> mean_area(const std::vector<geo::MultiPolygon>& shapes);

} // namespace wardmap::maps
