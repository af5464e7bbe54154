// SPDX-License-Identifier: MIT
// The periods of a series as categories of their own, and what changed from one to another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hotspots/hotspots.h"
#include "measures/change.h"
#include "study/period_labels.h"

namespace wardmap {

struct CategoryResult;
struct Study;

/// Days of a month, quarter, year, week or span such as "2014-11"; nothing of a label that is no
/// such period or does not state its year. A single day may be that of a survey, and has none.
[[nodiscard]] std::optional<double> days_of(const std::string& label);

/// The steps of a series as step_categories has them, oldest first, with their periods in words;
/// the last two are tested as the series is. Empty if there is no series.
[[nodiscard]] std::vector<CategoryResult> tested_steps(const Study& study,
                                                       const CategoryResult& series, int threads);

/// What changed for each ward, and what the test says of it.
struct PeriodChange {
    std::vector<std::optional<measures::Change>> changes;
    measures::AreaChange area;
    hotspots::Hotspots readings;
};

/// Tested as measures/change.h says, of two periods of one category; days count where both periods
/// have them. Nothing if the figures are not counts of events.
[[nodiscard]] std::optional<PeriodChange>
change_between(const Study& study, const CategoryResult& earlier, const CategoryResult& later);

} // namespace wardmap
