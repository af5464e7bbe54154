// SPDX-License-Identifier: MIT
// What maps of several periods say in plain sentences.
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

/// What moved: the whole area, the wards in the highest band, those in another band at the end than
/// at the start. A sentence on each line; wards with a withheld figure count where it is within a
/// band, and are in the order of names.
[[nodiscard]] std::string periods_summary(const StudyArea& study, const PeriodSet& set);

/// One map: its highest wards, and those withheld or without a figure. One line.
[[nodiscard]] std::string period_line(const StudyArea& study, const PeriodSet& set,
                                      std::size_t map);

} // namespace wardmap::words
