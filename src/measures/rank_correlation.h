// SPDX-License-Identifier: MIT
// Whether two orders go together.
#pragma once

#include <optional>
#include <span>

namespace wardmap::measures {

/// Spearman's rank correlation: Pearson's of the ranks, equal values at their middle rank (Spearman
/// 1904; Kendall 1948, Rank Correlation Methods, for ties; scipy.stats.spearmanr gives the same).
/// Nothing for fewer than 3 pairs, or where one side is all equal. Precondition: equal sizes.
[[nodiscard]] std::optional<double> rank_correlation(std::span<const double> x,
                                                     std::span<const double> y);

} // namespace wardmap::measures
