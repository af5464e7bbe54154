// SPDX-License-Identifier: MIT
// The sentence above a map.
#pragma once

#include <string>

namespace wardmap {
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::words {

/// The project's own sentence; else a computed one, without a full stop:
/// - "High Street: 88.0 incidents per 1,000 residents, 3.9 times the Maidstone rate": the ward with
///   the highest figure, if no withheld ward can have as high a figure and its own 95% limits are
///   above the rate;
/// - "No ward is above the Maidstone rate by more than chance explains", if all wards were tested;
/// - "High Street: 853 incidents, 22% of all in Maidstone", for counts without a comparison;
/// - "High Street has risen by more than chance explains", for changes that hold after correction
///   for the number of tests.
///
/// Empty if the project wants none, or nothing so simple is true.
[[nodiscard]] std::string headline(const StudyArea& study, const CategoryResult& category);

/// The line below a headline: the category, its measure, place and time.
[[nodiscard]] std::string headline_subtitle(const StudyArea& study, const CategoryResult& category);

} // namespace wardmap::words
