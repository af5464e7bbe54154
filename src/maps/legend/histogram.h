// SPDX-License-Identifier: MIT
// How many wards have which figure, in the colours of their bands.
#pragma once

#include <string>
#include <vector>

#include "layout/block.h"
#include "maps/legend/legend.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::maps {

/// Columns over an axis from the lowest end of the bands to the highest, breaks and both ends
/// printed below as far as they have room; a dashed line with its figure where the whole area lies.
/// No column crosses a break, and a column's area goes with its number of wards. `box` in
/// millimetres. Precondition: there are bands.
[[nodiscard]] std::vector<paint::Item> histogram_items(const LegendHistogram& histogram,
                                                       const geo::Box& box, double size_pt,
                                                       const paint::TextMetrics& metrics);

/// Adds one to a legend's block, with a line that says what its heights are.
void add_histogram(layout::Block& block, const LegendHistogram& histogram,
                   const std::string& wards_word, const layout::TextStyle& style,
                   const layout::TextColumn& column);

} // namespace wardmap::maps
