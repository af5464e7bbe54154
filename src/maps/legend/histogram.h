// SPDX-License-Identifier: MIT
// Histogram of the wards' figures, in the colours of their bands.
#pragma once

#include <string>
#include <vector>

#include "layout/block.h"
#include "maps/legend/legend.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::maps {

/// Columns over an axis from the lowest end of the bands to the highest, breaks and both ends
/// printed below as far as they fit; a dashed line with its figure for the whole area. No column
/// crosses a break, and a column's area is proportional to its number of wards. `box` in
/// millimetres. Precondition: there are bands.
[[nodiscard]] std::vector<paint::Item> histogram_items(const LegendHistogram& histogram,
                                                       const geo::Box& box, double size_pt,
                                                       const paint::TextMetrics& metrics);

/// Adds a histogram to a legend's block, with a line that explains its heights.
void add_histogram(layout::Block& block, const LegendHistogram& histogram,
                   const std::string& wards_word, const layout::TextStyle& style,
                   const layout::TextColumn& column);

} // namespace wardmap::maps
