// SPDX-License-Identifier: MIT
// Rank correlation.
#pragma once

#include <optional>
#include <span>

namespace wardmap::measures {

/// Spearman's rank correlation: Pearson's correlation of the ranks, ties at their mean rank
/// (Spearman 1904; Kendall 1948, Rank Correlation Methods, for ties; scipy.stats.spearmanr gives
/// the same). Nothing for fewer than 3 pairs, or if all values of one side are equal. Precondition:
/// equal sizes.
[[nodiscard]] std::optional<double> rank_correlation(std::span<const double> x,
                                                     std::span<const double> y);

} // namespace wardmap::measures
