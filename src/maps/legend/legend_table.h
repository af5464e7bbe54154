// SPDX-License-Identifier: MIT
// The rows of a legend, each with its number of wards: real tables in a tagged PDF, with the
// meaning of a row as its header. Private to legend/.
#pragma once

#include <string>

#include "layout/block.h"
#include "maps/legend/legend.h"

namespace wardmap::maps {

inline constexpr double swatch_width_mm = 8; // at 9 pt, like the next
inline constexpr double swatch_gap_mm = 2.5;

/// Positions of the columns of a legend: swatches at the left, ranges, words, numbers of wards at
/// the right.
struct LegendColumns {
    layout::TextColumn whole; // of the block
    double range_mm = 0;      // width of the ranges
    double count_mm = 0;      // width of the numbers; 0: none
};

/// Width of the widest range.
[[nodiscard]] double range_column_mm(const Legend& legend, const paint::Font& font,
                                     const paint::TextMetrics& metrics);

/// Width of the numbers of wards and their header.
[[nodiscard]] double count_column_mm(const std::string& wards_word, const layout::TextStyle& style,
                                     const paint::TextMetrics& metrics);

/// Bands and states. The word above the numbers is on the line of the legend's title or, if a
/// square replaces the bands, of a separate heading.
void add_legend_rows(layout::Block& block, const Legend& legend, const std::string& wards_word,
                     const layout::TextStyle& style, const LegendColumns& columns);

/// The hotspot readings: a heading, a row for each, the meaning of the outlines.
void add_readings(layout::Block& block, const Legend& legend, const layout::TextStyle& style,
                  const LegendColumns& columns);

} // namespace wardmap::maps
