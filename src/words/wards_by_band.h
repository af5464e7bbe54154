// SPDX-License-Identifier: MIT
// Every ward of a map by name, in the order of its legend: lines of the long description.
#pragma once

#include <string>

namespace wardmap {
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::words {

/// The wards by band, or by count if circles replace bands. One line for each, including its line
/// end.
[[nodiscard]] std::string wards_by_band(const StudyArea& study, const CategoryResult& category);

/// The wards without a figure, by its state.
[[nodiscard]] std::string wards_without_figure(const StudyArea& study,
                                               const CategoryResult& category);

} // namespace wardmap::words
