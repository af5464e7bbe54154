// SPDX-License-Identifier: MIT
// Questions 1 and 2: a ward's own count against the area's rate, and among the wards.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "statistics/comparison.h"
#include "statistics/funnel.h"
#include "statistics/intervals.h"
#include "tables/cell.h"

namespace wardmap::hotspots {

/// The reference for wards.
struct Reference {
    std::optional<double> rate;  // independent of the figures: 1 for observed over expected
    std::optional<double> total; // the area's count if it is published
    /// Of the whole area; nothing if the area's rate is not known: wards are then compared with the
    /// rate of those with figure and denominator.
    std::optional<double> denominator;
};

/// The rate used by legend, ratio and tests.
struct AreaRate {
    statistics::Interval rate; // per unit of the denominator; ends differ if figures are suppressed
    bool is_whole = true;      // otherwise the rate of the wards with a figure
    std::size_t wards = 0;     // with figure and denominator
    bool operator==(const AreaRate&) const = default;
};

/// One ward with figure and denominator. Ends differ only if figures are suppressed, its own or
/// others': every interval holds for each permitted combination of them.
struct OwnLevel {
    statistics::Interval expected;             // the area's rate times its denominator
    std::optional<statistics::Interval> ratio; // count / expected; nothing if none is expected
    statistics::Limits limits; // of its rate, per unit of the denominator, by chance alone
    statistics::Comparison lowest = statistics::Comparison::similar; // question 1
    statistics::Comparison highest = statistics::Comparison::similar;
    statistics::Interval score;      // question 2: normal score / root phi
    statistics::Interval p{1, 1};    // two-sided, of that
    statistics::Interval funnel_95;  // between these ratios a ward of this size is within the usual
    statistics::Interval funnel_998; // spread (suppressed figures at the midpoint)
    bool has_few_expected = false;   // fewer than phi: the funnel finds too many wards exceptional
};

struct OwnLevels {
    std::vector<std::optional<OwnLevel>> wards; // nothing without a figure or a denominator
    AreaRate area;
    statistics::Interval dispersion{1, 1};                             // phi
    statistics::Distribution kind = statistics::Distribution::poisson; // as used
    bool has_funnel = false; // at least `least_for_funnel` wards
};

/// Dispersion is not estimated from fewer wards.
inline constexpr std::size_t least_for_funnel = 5;

/// `figures` and `denominators` have one cell per ward. A single ward is not compared with itself.
/// Binomial limits need whole counts not above their denominators; otherwise all wards are treated
/// as Poisson.
[[nodiscard]] OwnLevels own_levels(const std::vector<Cell>& figures,
                                   const std::vector<Cell>& denominators,
                                   statistics::Distribution kind, const Reference& reference);

} // namespace wardmap::hotspots
