// SPDX-License-Identifier: MIT
// Natural breaks: the exact optimum.
#pragma once

#include <span>
#include <vector>

namespace wardmap::bands {

/// Splits sorted values into `count` classes of least within-class sum of squares (Fisher 1958;
/// dynamic programme with divide-and-conquer over the monotone split, after Wang and Song 2011:
/// O(count n log n) time). Works on unique values with multiplicity, so that equal values are never
/// separated; of equal optima, the one with the lowest cuts. Costs are sums of mean-centred values.
/// Returns the inner breaks (count - 1 of them, or fewer if there are fewer distinct values), each
/// the midpoint between neighbouring classes, as in classInt's "fisher". Precondition: `sorted` is
/// ascending and not empty; count >= 1.
[[nodiscard]] std::vector<double> fisher_breaks(std::span<const double> sorted, int count);

} // namespace wardmap::bands
