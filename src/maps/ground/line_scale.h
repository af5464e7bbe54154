// SPDX-License-Identifier: MIT
// Reduces line widths where wards are small on the sheet.
#pragma once

#include <optional>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::maps {

/// Share of the full line width for shapes in millimetres: 1 if the median shape is at least
/// `full_mm` across (the root of its area), proportionally less below, never under `least`.
[[nodiscard]] double line_share(const std::vector<geo::MultiPolygon>& shapes, double full_mm,
                                double least = 0.3);

/// Mean area of the shapes on the sheet, in mm²; nothing if there are none.
[[nodiscard]] std::optional<double> mean_area(const std::vector<geo::MultiPolygon>& shapes);

} // namespace wardmap::maps
