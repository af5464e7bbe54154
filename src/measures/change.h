// SPDX-License-Identifier: MIT
// What changed between two periods, and whether chance alone would do as much.
#pragma once

#include <optional>
#include <vector>

#include "measures/intervals.h"
#include "tables/cell.h"

namespace wardmap::measures {

/// A ward's count in two periods. `exposure` is denominator times length of the period, so that
/// periods of unequal length compare.
struct Change {
    double ratio_low = 0;
    double ratio_high = 0; // later rate / earlier rate; ends differ only with withheld counts
    Interval ratio_95; // exact limits by the conditional binomial (Clopper & Pearson 1934), from
                       // the least to the most that withheld counts allow
    double p = 1;      // two-sided, min(1, 2 * smaller tail); of the counts least apart
    double p_far = 1;  // of the counts farthest apart; equal to p where both are known
};

/// The later count given the sum of both is binomial with the later share of the exposure. Nothing
/// where a figure or a denominator is missing, an exposure is not above 0, or both counts are 0.
/// The ratio is infinite where the earlier count is 0. Preconditions: all vectors have one cell per
/// ward; counts are whole numbers of 0 or more.
[[nodiscard]] std::vector<std::optional<Change>> changes(const std::vector<Cell>& earlier,
                                                         const std::vector<Cell>& earlier_exposure,
                                                         const std::vector<Cell>& later,
                                                         const std::vector<Cell>& later_exposure);

/// P(X >= count), P(X <= count) of a binomial with `n` trials and chance `p`, doubled and capped.
[[nodiscard]] double binomial_two_sided(double count, double n, double p);

} // namespace wardmap::measures
