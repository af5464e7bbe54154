// SPDX-License-Identifier: MIT
// What a category says in plain sentences, each of them true by construction.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "study/study.h"

namespace wardmap::maps {

/// "Park Wood: 35.0 incidents per 1,000 residents, 1.6 times what the Maidstone rate leads one to
/// expect; its neighbourhood is not unusual. Reading: no evidence of high or low."
[[nodiscard]] std::string ward_sentence(const Study& study, const CategoryResult& category,
                                        std::size_t ward);

/// "35.0 incidents per 1,000 residents", "average score 28.5", "no figure was supplied".
[[nodiscard]] std::string value_words(const CategoryResult& category, std::size_t ward);

/// "Neighbourhood high in 9 of 11 periods (0 corrected): persistent (tentative)".
[[nodiscard]] std::string series_words(const hotspots::Series& series);

/// Up to three sentences for a paper: where the figures are concentrated, which wards read as high
/// or beside high ones, and how much of that survives the number of tests. Withheld figures make a
/// share an interval and are never ordered.
[[nodiscard]] std::vector<std::string> category_sentences(const Study& study,
                                                          const CategoryResult& category);

/// How wards were tested, for the foot of a sheet; empty where they were not.
[[nodiscard]] std::string hotspot_method(const Study& study, const CategoryResult& category);

} // namespace wardmap::maps
