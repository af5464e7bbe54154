// SPDX-License-Identifier: MIT
// Tests of change between two periods: against no change, and against the area's own change.
#pragma once

#include <span>
#include <vector>

#include "statistics/intervals.h"

namespace wardmap::statistics {

/// A ward's count in two periods. Exposure is denominator times length of the period, so that
/// periods of unequal length compare.
struct TwoPeriods {
    double earlier = 0;
    double later = 0;
    double earlier_exposure = 1;
    double later_exposure = 1;
};

/// Later rate / earlier rate; infinite if the earlier count is 0, NaN if both are 0.
[[nodiscard]] double rate_ratio(const TwoPeriods& periods);

/// Its exact limits by the conditional binomial (Clopper & Pearson 1934, Biometrika 26;
/// Przyborowski & Wilenski 1940 for two Poisson counts): given the sum of both, the later count is
/// binomial. 0 and infinite if both counts are 0. Preconditions: counts >= 0, exposures > 0.
[[nodiscard]] Interval rate_ratio_limits(const TwoPeriods& periods, double z);

/// The normal score (mid_p.h) of the later count given the sum of both, under a rate ratio of
/// `ratio`: positive if the rate rose by more than that. 0 if both counts are 0. Preconditions as
/// above, whole counts, ratio > 0 and finite.
[[nodiscard]] double change_score(const TwoPeriods& periods, double ratio);

struct WardChange {
    double ratio = 1;
    double score = 0;      // against no change, / root phi
    double p = 1;          // two-sided
    double area_score = 0; // against the area's own change, / root phi
    double area_p = 1;
};

struct Changes {
    double area_ratio = 1; // of the area's rates
    double dispersion = 1; // phi of all wards' scores against the area's change (dispersion.h)
    std::vector<WardChange> wards;
};

/// `area_ratio` is the area's change: that of the sums, or of a published total. The same phi is
/// used for both tests, because dispersion around the common change is each ward's own dispersion.
/// If the area has no events in one period (ratio 0 or infinite), only no change is tested, with a
/// phi of 1.
[[nodiscard]] Changes test_changes(std::span<const TwoPeriods> wards, double area_ratio);

/// Later rate / earlier rate of all wards together; as rate_ratio.
[[nodiscard]] double common_ratio(std::span<const TwoPeriods> wards);

/// Below this earlier count a change is given in counts ("2 to 6"), not as a percentage: with 10
/// events, chance alone gives 5 to 18 (95%, Garwood), so "up 80%" would be meaningless.
inline constexpr double least_base_of_percentage = 10;

} // namespace wardmap::statistics
