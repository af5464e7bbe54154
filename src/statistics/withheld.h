// SPDX-License-Identifier: MIT
// What can be said of wards while some counts are withheld: only what holds for every permitted
// combination of all of them.
#pragma once

#include <optional>
#include <vector>

#include "statistics/comparison.h"
#include "statistics/funnel.h"

namespace wardmap::statistics {

/// A count of which only whole numbers from low to high are possible; both equal if it is known.
struct CountRange {
    double low = 0;
    double high = 0;
};

/// Wards whose counts move together: every count moves the area's rate, and with it all verdicts.
struct WithheldArea {
    std::vector<CountRange> counts;   // of each ward with a figure
    std::vector<double> denominators; // of each, above 0
    Distribution kind = Distribution::poisson;
    double area_denominator = 0;     // what the area's rate is divided by, above 0
    std::optional<CountRange> total; // the area's count if it is published: only combinations
                                     // with this sum are permitted. Else the sum of the counts
    double elsewhere = 0; // at most so many of a published total belong to wards not in the list
    std::optional<double> rate = {}; // a rate above 0 that does not depend on the counts (1 for
                                     // observed over expected): no total is then used
};

/// The verdicts of question 1 that are possible: all from lowest to highest, or fewer.
struct ComparisonRange {
    Comparison lowest = Comparison::similar;
    Comparison highest = Comparison::similar;
    [[nodiscard]] bool is_certain() const { return lowest == highest; }
};

/// Question 1 for each ward against the area's rate. Exact, in that both ends occur (safe, not
/// exact, for a count withheld over more than 1,000). Empty if the counts cannot add up to the
/// total. Precondition: as WithheldArea says; binomial: no count is above its denominator, the
/// area's not above the area's.
[[nodiscard]] std::vector<ComparisonRange> possible_comparisons(const WithheldArea& area);

/// One ward against a rate that does not depend on the counts (a comparator's, itself known from
/// low to high). Exact.
[[nodiscard]] ComparisonRange possible_comparison(const CountRange& count, double denominator,
                                                  const Interval& rate, Distribution kind);

/// Question 2: for each ward an interval that holds its score / root phi (funnel.h) for every
/// permitted combination. Safe but not exact: see withheld.cpp for the proof. Equal ends if
/// nothing is withheld. Empty if the counts cannot add up to the total.
/// Cost: 64 (wards + withheld wards x their widths x wards); with over 500 wards 64 wards.
[[nodiscard]] std::vector<Interval> possible_scores(const WithheldArea& area);

/// phi over every permitted combination, bounded as safely. {1, 1} if there are none.
[[nodiscard]] Interval possible_dispersion(const WithheldArea& area);

enum class Exceptional { low, within, high, uncertain };

/// What all of `scores` agree on at the normal quantile `z`: high if all are at least z, low
/// if all are at most -z, within if all are between.
[[nodiscard]] Exceptional exceptional(const Interval& scores, double z);

/// Two-sided p over all of `scores`: of the one farthest from 0, of the one nearest to it. Because
/// every q of Benjamini and Hochberg rises with every p, the q of all high ends is a safe bound for
/// "firm", the q of all low ends for "not even tentative".
[[nodiscard]] Interval possible_p(const Interval& scores);

} // namespace wardmap::statistics
