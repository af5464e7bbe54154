// SPDX-License-Identifier: MIT
// Scale bar in round kilometres, and the north arrow.
#pragma once

#include <vector>

#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::maps {

/// The longest of 1, 2 or 5 times a power of ten metres that is at most `most_mm` on the sheet.
[[nodiscard]] double scale_bar_length_m(double mm_per_m, double most_mm);

/// "5 km", "500 m".
[[nodiscard]] std::string distance_text(double metres);

/// A bar with its lower right corner at `corner`, at most `most_mm` long.
[[nodiscard]] std::vector<paint::Item> scale_bar(double mm_per_m, geo::Point corner, double most_mm,
                                                 double size_pt, const paint::TextMetrics& metrics);

/// A small north arrow with its foot at `foot`.
[[nodiscard]] std::vector<paint::Item> north_arrow(geo::Point foot, double size_pt);

} // namespace wardmap::maps
