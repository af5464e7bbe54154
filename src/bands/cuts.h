// SPDX-License-Identifier: MIT
// Inner breaks of the simple schemes.
#pragma once

#include <span>
#include <vector>

namespace wardmap::bands {

/// Quantile of sorted values, type 7 (Hyndman and Fan 1996; R's default): linear interpolation at
/// (n - 1) p. Precondition: not empty, 0 <= p <= 1.
[[nodiscard]] double quantile(std::span<const double> sorted, double p);

/// The count - 1 inner quantiles; coinciding ones, and ones that leave a band empty, are left out,
/// so that there may be fewer.
[[nodiscard]] std::vector<double> quantile_breaks(std::span<const double> sorted, int count);

/// min + (max - min) i / count for i = 1 .. count - 1; none where all values are equal.
[[nodiscard]] std::vector<double> equal_breaks(std::span<const double> sorted, int count);

} // namespace wardmap::bands
