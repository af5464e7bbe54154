// SPDX-License-Identifier: MIT
// One ward in a plain sentence, true by construction.
#pragma once

#include <cstddef>
#include <string>

#include "hotspots/persistence.h"

namespace wardmap {
struct Alert;
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::words {

/// "Park Wood: 35.0 incidents per 1,000 residents, 1.6 times the Maidstone rate and higher than
/// chance explains; its neighbours are neither high nor low."
[[nodiscard]] std::string ward_sentence(const StudyArea& study, const CategoryResult& category,
                                        std::size_t ward);

/// "35.0 incidents per 1,000 residents", "average score 28.5", "no figure was supplied".
[[nodiscard]] std::string value_words(const CategoryResult& category, std::size_t ward);

/// "Neighbours high in 9 of 11 periods, 0 of them after correction for multiple testing: ...".
[[nodiscard]] std::string series_words(const hotspots::Series& series);

/// "November 2014: 40, where 22 are expected from its own past (up to 33): an alert". Precondition:
/// the category has steps.
[[nodiscard]] std::string alert_words(const CategoryResult& category, const Alert& alert);

} // namespace wardmap::words
