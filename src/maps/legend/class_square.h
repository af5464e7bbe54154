// SPDX-License-Identifier: MIT
// The legend of a bivariate map: a square of three by three classes.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "layout/block.h"
#include "maps/symbols/fill.h"
#include "paint/text_metrics.h"

namespace wardmap::maps {

/// One side of the square.
struct SquareAxis {
    std::string title;                 // "Theft"
    std::string unit;                  // "offences per 1,000 residents, 2014"
    std::array<std::string, 3> levels; // "low", "middle", "high"; "" if there is no such class
    std::array<std::string, 3> ranges; // printed figures of each class, low place first
};

struct ClassSquare {
    SquareAxis across;
    SquareAxis up;
    std::array<std::array<Fill, 3>, 3> fills; // [up][across]
    std::array<std::array<std::string, 3>, 3> codes;
    std::array<std::array<std::size_t, 3>, 3> wards{};
    std::string note;                  // explains the content of a cell
    std::vector<std::string> readings; // "C3: high deprivation and high theft"
};

/// Width of the square with its ranges at the left.
[[nodiscard]] double square_width_mm(const ClassSquare& square, const layout::TextStyle& style,
                                     const paint::TextMetrics& metrics);

/// Adds the square to a block: the vertical axis is named above it, the other below it, both in
/// upright type; each cell shows its code and its number of wards.
void add_class_square(layout::Block& block, const ClassSquare& square,
                      const layout::TextStyle& style, const layout::TextColumn& column);

} // namespace wardmap::maps
