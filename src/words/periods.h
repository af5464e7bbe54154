// SPDX-License-Identifier: MIT
// Sentences about maps of several periods.
#pragma once

#include <cstddef>
#include <string>

#include "study/series/period_sets.h"

namespace wardmap {
struct StudyArea;
}

namespace wardmap::words {

/// All maps in one sentence.
[[nodiscard]] std::string periods_alt(const StudyArea& study, const PeriodSet& set);

/// Changes: in the whole area, of wards in the highest band, and of wards in a different band at
/// the end. One sentence per line; wards with a withheld figure count if it is within a band, and
/// are in order of name.
[[nodiscard]] std::string periods_summary(const StudyArea& study, const PeriodSet& set);

/// One map: its highest wards, and those withheld or without a figure. One line.
[[nodiscard]] std::string period_line(const StudyArea& study, const PeriodSet& set,
                                      std::size_t map);

} // namespace wardmap::words
