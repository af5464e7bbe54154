// SPDX-License-Identifier: MIT
// Inner breaks of the simple schemes.
#pragma once

#include <span>
#include <vector>

namespace wardmap::bands {

/// Quantile of sorted values, type 7 (Hyndman and Fan 1996; R's default): linear interpolation at
/// (n - 1) p. Precondition: not empty, 0 <= p <= 1.
[[nodiscard]] double quantile(std::span<const double> sorted, double p);

/// The count - 1 inner quantiles; coinciding ones, and any that leave a band empty, are omitted, so
/// that there may be fewer.
[[nodiscard]] std::vector<double> quantile_breaks(std::span<const double> sorted, int count);

/// min + (max - min) i / count for i = 1 .. count - 1; none if all values are equal.
[[nodiscard]] std::vector<double> equal_breaks(std::span<const double> sorted, int count);

/// min (max / min)^(i / count) for i = 1 .. count - 1; none if all values are equal. Precondition:
/// the least value is above 0.
[[nodiscard]] std::vector<double> geometric_breaks(std::span<const double> sorted, int count);

/// Midpoints of the count - 1 widest gaps between neighbouring values; of equally wide gaps, the
/// lower ones.
[[nodiscard]] std::vector<double> maximum_breaks(std::span<const double> sorted, int count);

/// Each mean of the head before it: the mean of all values, the mean of those above it, and so on
/// while at most `threshold` of the values are in the head and there is more than one (Jiang 2013;
/// classInt's "headtails").
[[nodiscard]] std::vector<double> head_tail_breaks(std::span<const double> sorted,
                                                   double threshold = 0.4);

/// All ends, covering the least to the greatest value: multiples of 1, 2 or 5 times a power of ten,
/// about `count` steps of them (Becker, Chambers and Wilks 1988; R's "pretty").
[[nodiscard]] std::vector<double> pretty_ends(std::span<const double> sorted, int count);

} // namespace wardmap::bands
