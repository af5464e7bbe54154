// SPDX-License-Identifier: MIT
// The periods of a series as separate categories, and the change between them.
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

/// Days in a month, quarter, year, week or span such as "2014-11"; nothing for a label that is not
/// such a period or does not state its year, or for a single day, which may be a survey date.
[[nodiscard]] std::optional<double> days_of(const std::string& label);

/// The steps of a series as in step_categories, oldest first, with their periods in words; the last
/// two are tested as the series is. Empty if there is no series.
[[nodiscard]] std::vector<CategoryResult> tested_steps(const Study& study,
                                                       const CategoryResult& series, int threads);

/// Each ward's change and its test.
struct PeriodChange {
    std::vector<std::optional<measures::Change>> changes;
    measures::AreaChange area;
    hotspots::Hotspots readings;
};

/// Tests the change between two periods of one category as in measures/change.h; days are used if
/// both periods have them. Nothing unless the figures are counts of events.
[[nodiscard]] std::optional<PeriodChange>
change_between(const Study& study, const CategoryResult& earlier, const CategoryResult& later);

} // namespace wardmap
