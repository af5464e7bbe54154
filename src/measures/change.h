// SPDX-License-Identifier: MIT
// Tests of change between two periods: against no change, and against the area's own change.
#pragma once

#include <optional>
#include <vector>

#include "statistics/intervals.h"
#include "tables/cell.h"

namespace wardmap::measures {

/// A ward's count in two periods. Ends differ only with suppressed counts, and hold for each
/// permitted combination of them.
struct Change {
    statistics::Interval earlier; // counts
    statistics::Interval later;
    double ratio_low = 0;
    double ratio_high = 0;           // later rate / earlier rate
    statistics::Interval ratio_95;   // exact limits by the conditional binomial (Clopper & Pearson
                                     // 1934), the extremes that suppressed counts allow
    statistics::Interval score;      // normal score against no change, / root phi
    statistics::Interval p{1, 1};    // two-sided, of that
    statistics::Interval area_score; // the same against the area's own change
    statistics::Interval area_p{1, 1};
};

/// The change of all wards together.
struct AreaChange {
    statistics::Interval ratio{1, 1}; // later rate / earlier rate
    statistics::Interval dispersion{
        1, 1};              // phi of the wards' scores against it; 1 with fewer than five wards
    bool is_tested = false; // events in both periods, whatever the suppressed counts
};

struct Changes {
    std::vector<std::optional<Change>> wards;
    AreaChange area;
};

/// See statistics/change.h. `exposure` is denominator times length of the period, so that periods
/// of unequal length compare. Nothing if a figure or a denominator is missing, an exposure is not
/// above 0, or both counts are 0. The ratio is infinite if the earlier count is 0. Preconditions:
/// all vectors have one cell per ward; counts are 0 or more.
[[nodiscard]] Changes changes(const std::vector<Cell>& earlier,
                              const std::vector<Cell>& earlier_exposure,
                              const std::vector<Cell>& later,
                              const std::vector<Cell>& later_exposure);

} // namespace wardmap::measures
