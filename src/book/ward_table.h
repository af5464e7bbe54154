// SPDX-License-Identifier: MIT
// The table of a category's wards. Private to book/.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "book/parts.h"

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::book {

/// If there are more wards than this, only some are printed.
inline constexpr std::size_t most_rows = 400;
inline constexpr std::size_t rows_of_many = 100;

/// The wards in printed order: by rank, then those without one by name, so that the order discloses
/// no suppressed figure. If there are more than `most_rows`, the highest `rows_of_many`.
[[nodiscard]] std::vector<std::size_t> wards_in_order(const Study& study,
                                                      const CategoryResult& category);

/// Ward, count if the map shows something else, value, 95% confidence limits, rank, band, reading;
/// empty columns are omitted.
[[nodiscard]] layout::Table ward_table(const Inputs& inputs, const CategoryResult& category);

/// The mark of a ward's reading.
[[nodiscard]] layout::Painter reading_painter(const CategoryResult& category, std::size_t ward);

} // namespace wardmap::book
