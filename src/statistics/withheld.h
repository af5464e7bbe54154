// SPDX-License-Identifier: MIT
// Verdicts on wards when some counts are suppressed: only those that hold for every permitted
// combination of counts.
#pragma once

#include <optional>
#include <vector>

#include "statistics/comparison.h"
#include "statistics/funnel.h"

namespace wardmap::statistics {

/// A count known only as a range of whole numbers; both ends equal if it is known exactly.
struct CountRange {
    double low = 0;
    double high = 0;
};

/// Wards whose counts are linked: every count changes the area's rate, and with it all verdicts.
struct WithheldArea {
    std::vector<CountRange> counts;   // of each ward with a figure
    std::vector<double> denominators; // of each, above 0
    Distribution kind = Distribution::poisson;
    double area_denominator = 0; // denominator of the area's rate, above 0
    std::optional<CountRange>
        total; // the area's count if it is published: only combinations with this sum are
               // permitted. Otherwise the sum of the counts is used
    double elsewhere = 0; // maximum part of a published total that belongs to wards not in the list
    std::optional<double> rate = {}; // a rate above 0 that does not depend on the counts (1 for
                                     // observed over expected): the total is then ignored
};

/// The verdicts of question 1 that are possible: all from lowest to highest, or fewer.
struct ComparisonRange {
    Comparison lowest = Comparison::similar;
    Comparison highest = Comparison::similar;
    [[nodiscard]] bool is_certain() const { return lowest == highest; }
};

/// Question 1 for each ward against the area's rate. Exact: both ends occur (conservative for a
/// suppressed count with a range of more than 1,000). Empty if the counts cannot add up to the
/// total. Precondition: as WithheldArea says; binomial: no count is above its denominator, the
/// area's not above the area's.
[[nodiscard]] std::vector<ComparisonRange> possible_comparisons(const WithheldArea& area);

/// One ward against a rate that does not depend on the counts (a comparator's, itself known from
/// low to high). Exact.
[[nodiscard]] ComparisonRange possible_comparison(const CountRange& count, double denominator,
                                                  const Interval& rate, Distribution kind);

/// Question 2: for each ward an interval that contains its score / root phi (funnel.h) for every
/// permitted combination. Conservative, not exact: see withheld.cpp for the proof. Equal ends if
/// nothing is suppressed. Empty if the counts cannot add up to the total. Cost: 64 (wards +
/// withheld wards x their widths x wards); with over 500 wards 64 wards.
[[nodiscard]] std::vector<Interval> possible_scores(const WithheldArea& area);

/// Conservative bounds on phi over every permitted combination. {1, 1} if there are none.
[[nodiscard]] Interval possible_dispersion(const WithheldArea& area);

enum class Exceptional { low, within, high, uncertain };

/// What all of `scores` agree on at the normal quantile `z`: high if all are at least z, low
/// if all are at most -z, within if all are between.
[[nodiscard]] Exceptional exceptional(const Interval& scores, double z);

/// Two-sided p over all of `scores`: of the score farthest from 0 and of the nearest. Because every
/// Benjamini-Hochberg q rises with every p, the q of the high ends is a conservative bound for
/// "firm", the q of the low ends for "not even tentative".
[[nodiscard]] Interval possible_p(const Interval& scores);

} // namespace wardmap::statistics
