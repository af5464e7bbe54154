// SPDX-License-Identifier: MIT
// The rows of a legend, each with its number of wards: true tables of a tagged PDF, in which the
// meaning of a row is its header. Private to its room.
#pragma once

#include <string>

#include "layout/block.h"
#include "maps/legend/legend.h"

namespace wardmap::maps {

inline constexpr double swatch_width_mm = 8; // at 9 pt, as the next
inline constexpr double swatch_gap_mm = 2.5;

/// Where the columns of a legend are: swatches at the left, ranges, words, numbers of wards at
/// the right.
struct LegendColumns {
    layout::TextColumn whole; // of the block
    double range_mm = 0;      // width of the ranges
    double count_mm = 0;      // width of the numbers; 0: there are none
};

/// Width of the widest range.
[[nodiscard]] double range_column_mm(const Legend& legend, const paint::Font& font,
                                     const paint::TextMetrics& metrics);

/// Width of the numbers of wards and their header.
[[nodiscard]] double count_column_mm(const std::string& wards_word, const layout::TextStyle& style,
                                     const paint::TextMetrics& metrics);

/// Bands and states. The word above the numbers is on the line of the legend's title, or where
/// a square takes the place of bands on that of a heading of their own.
void add_legend_rows(layout::Block& block, const Legend& legend, const std::string& wards_word,
                     const layout::TextStyle& style, const LegendColumns& columns);

/// The hotspot readings: a heading, a row for each, what the outlines mean.
void add_readings(layout::Block& block, const Legend& legend, const layout::TextStyle& style,
                  const LegendColumns& columns);

} // namespace wardmap::maps
