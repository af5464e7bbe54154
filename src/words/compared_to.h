// SPDX-License-Identifier: MIT
// The reference of comparisons, and why some wards are not compared.
#pragma once

#include <string>

#include "hotspots/hotspots.h"
#include "hotspots/reading.h"

namespace wardmap {
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::words {

/// "Maidstone", "the area"; "the 6 wards with a figure" if the area's own rate is not known;
/// "expected" for observed over expected.
[[nodiscard]] std::string compared_to(const StudyArea& study, const CategoryResult& category);

/// "the Maidstone rate", "the rate of the 6 wards with a figure", "the expected number".
[[nodiscard]] std::string rate_name(const StudyArea& study, const CategoryResult& category);

/// For labels of a category.
[[nodiscard]] hotspots::LabelWords label_words(const StudyArea& study,
                                               const CategoryResult& category);

/// "counts have no denominator"; empty if wards are tested individually.
[[nodiscard]] std::string why_not_tested(const hotspots::Hotspots& found);

} // namespace wardmap::words
