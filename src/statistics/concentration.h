// SPDX-License-Identifier: MIT
// Concentration of events in wards.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace wardmap::statistics {

/// A point of the Lorenz curve: this share of the denominator has this share of the events.
struct LorenzPoint {
    double denominator = 0;
    double events = 0;
    bool operator==(const LorenzPoint&) const = default;
};

/// Lorenz 1905: cumulative over wards in ascending order of rate; from (0, 0) to (1, 1), below the
/// diagonal. Pass ones as denominators for the share of wards. Wards of equal rate are on one
/// straight line, so that their order does not matter. Empty if there are no events. Preconditions:
/// counts >= 0, denominators > 0, equal lengths.
[[nodiscard]] std::vector<LorenzPoint> lorenz_curve(std::span<const double> counts,
                                                    std::span<const double> denominators);

/// The Gini coefficient: twice the area between the diagonal and the curve,
/// G = 1 - sum over k of (P_k - P_(k-1)) (E_k + E_(k-1)), P and E the cumulated shares; with equal
/// denominators sum (2 i - n - 1) x_i / (n sum x). 0: the same rate everywhere; all events in one
/// ward: 1 minus its share of the denominator ((n - 1) / n with equal ones), not 1. Not corrected
/// for small n. Without a value if there are no events.
[[nodiscard]] std::optional<double> gini(std::span<const double> counts,
                                         std::span<const double> denominators);

/// Share of all events in the k wards with most events; 1 if k is at least the number of wards.
/// Without a value if there are no events.
[[nodiscard]] std::optional<double> share_of_top(std::span<const double> counts, std::size_t k);

} // namespace wardmap::statistics
