// SPDX-License-Identifier: MIT
// Sentences about a category, each true by construction.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace wardmap {
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::words {

/// Up to three sentences for a report: where the figures are concentrated, which wards are high or
/// next to high ones, and how much of that survives correction for multiple testing. Withheld
/// figures make a share an interval and are never ordered.
[[nodiscard]] std::vector<std::string> category_sentences(const StudyArea& study,
                                                          const CategoryResult& category);

} // namespace wardmap::words
