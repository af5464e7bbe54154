// SPDX-License-Identifier: MIT
// Question 3: are a ward's neighbours high or low, the ward itself excluded?
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "statistics/intervals.h"
#include "statistics/neighbours.h"

namespace wardmap::statistics {

/// Getis-Ord Gi (not Gi*) of each ward as a z score, binary weights without the ward itself (Ord &
/// Getis 1995, Geographical Analysis 27(4), formula 5): with c neighbours among n wards, m and s²
/// the mean and the population variance of the n - 1 other wards, z = (sum of neighbours - c m) /
/// (s root(((n - 1) c - c²) / (n - 2))). The ward itself is excluded, so that a spike among low
/// wards is not a cluster. Its p by conditional permutation is permutation_p (permutation.h): the
/// null hypothesis is that the ward's neighbours are a random sample of c of the others. Without a
/// value: no neighbours, all others are neighbours, all others equal, fewer than 3 wards.
[[nodiscard]] std::vector<std::optional<double>> local_g(std::span<const double> values,
                                                         const Neighbours& neighbours);

/// An interval that contains each ward's z for every combination of values between `low` and
/// `high`: conservative, not exact, because numerator and spread take their ends independently.
/// Infinite ends if the others may all be equal. Without a value as above, with each value at its
/// midpoint.
[[nodiscard]] std::vector<std::optional<Interval>> possible_local_g(std::span<const double> low,
                                                                    std::span<const double> high,
                                                                    const Neighbours& neighbours);

} // namespace wardmap::statistics
