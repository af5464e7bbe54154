// SPDX-License-Identifier: MIT
// A category's map with its legend, at the width of a column of text. Private to book/.
#pragma once

#include "book/parts.h"

namespace wardmap {
struct BivariateResult;
struct CategoryResult;
} // namespace wardmap

namespace wardmap::book {

/// A style for a page with only the map and its legend.
[[nodiscard]] style::Style figure_style(const style::Style& style, double width_mm,
                                        double height_mm);

/// A height that suits the shape of the area, at most `most_mm`.
[[nodiscard]] double figure_height_mm(const maps::BaseMap& ground, double width_mm, double most_mm);

/// The items of the map within a box.
[[nodiscard]] std::vector<paint::Item> map_in(const Inputs& inputs, const CategoryResult& category,
                                              const geo::Box& box);

[[nodiscard]] std::vector<paint::Item> map_in(const Inputs& inputs, const BivariateResult& result,
                                              const geo::Box& box);

} // namespace wardmap::book
