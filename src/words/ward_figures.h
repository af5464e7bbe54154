// SPDX-License-Identifier: MIT
// One ward's figures as text, for cells of tables.
#pragma once

#include <cstddef>
#include <string>

#include "tables/cell.h"

namespace wardmap {
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::words {

/// A figure as printed: "22.3", "withheld (0 to 4)", "no figure", "not calculable".
[[nodiscard]] std::string printed(const CategoryResult& category, std::size_t ward);
/// The same for any value.
[[nodiscard]] std::string printed(const Cell& value, int decimals);

/// "ward", "wards": the project's noun for its areas.
[[nodiscard]] std::string area_noun(const StudyArea& study, std::size_t n);

/// Whether the counts behind the values have their own column.
[[nodiscard]] bool shows_counts(const CategoryResult& category);

/// The figure as supplied: "853", "withheld, 0 to 4", "none supplied".
[[nodiscard]] std::string count_text(const Cell& figure);

/// The value as printed; for a withheld one only the ends, if the counts beside it show that it is
/// withheld.
[[nodiscard]] std::string value_text(const CategoryResult& category, std::size_t ward);

/// "19.5 to 31.2": confidence limits of a known ward's rate; a change's limits as percentages;
/// empty if there are none.
[[nodiscard]] std::string limits_text(const CategoryResult& category, std::size_t ward);

/// "3", "3=" if several share the rank, "3 to 5" if withheld figures may be ahead; empty without
/// one.
[[nodiscard]] std::string rank_text(const CategoryResult& category, std::size_t ward);

/// "19.5–31.2, high", "not certain", "none".
[[nodiscard]] std::string band_text(const CategoryResult& category, std::size_t ward);

/// "Higher, in a cluster of high wards (tentative)"; "Exceptionally high" instead of "Much higher"
/// if that is firm; empty if the category was not tested.
[[nodiscard]] std::string reading_text(const StudyArea& study, const CategoryResult& category,
                                       std::size_t ward);

/// "ward" as "Ward", for a column heading.
[[nodiscard]] std::string first_capital(std::string s);

} // namespace wardmap::words
