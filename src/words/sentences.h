// SPDX-License-Identifier: MIT
// What a category says in plain sentences, each of them true by construction.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace wardmap {
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::words {

/// Up to three sentences for a paper: where the figures are concentrated, which wards read as high
/// or beside high ones, and how much of that survives the number of tests. Withheld figures make a
/// share an interval and are never ordered.
[[nodiscard]] std::vector<std::string> category_sentences(const StudyArea& study,
                                                          const CategoryResult& category);

} // namespace wardmap::words
