// SPDX-License-Identifier: MIT
// Alternative text of maps.
#pragma once

#include <cstddef>
#include <string>

#include "words/map_text.h"

namespace wardmap {
struct CategoryResult;
struct Study;
struct StudyArea;
} // namespace wardmap

namespace wardmap::words {

/// "High Street (88.0), Park Wood (35.0) and North (27.5)": the wards whose rank is at most
/// `places`; none if ties make them more than twice as many.
[[nodiscard]] std::string highest(const StudyArea& study, const CategoryResult& category,
                                  std::size_t places);

/// What a map shows, in one sentence; `more` precedes its full stop.
[[nodiscard]] std::string map_alt(const Study& study, const CategoryResult& category,
                                  const std::string& more = {});

[[nodiscard]] MapWords words_of(const Study& study, const CategoryResult& category,
                                Subject subject = Subject::bands);

} // namespace wardmap::words
