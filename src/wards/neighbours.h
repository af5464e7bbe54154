// SPDX-License-Identifier: MIT
// Which wards border on which.
#pragma once

#include <cstddef>
#include <vector>

#include "wards/ward.h"

namespace wardmap::wards {

enum class Contiguity {
    queen, // share at least one point of their borders
    rook,  // share a stretch of border
};

/// For each ward, the indices of its neighbours in rising order; symmetric; no ward is its own
/// neighbour; an island has none.
using Neighbours = std::vector<std::vector<std::size_t>>;

/// Borders that come within `snap_m` metres of each other count as shared (0: exactly shared).
/// Cost: O(n log n) candidate pairs by an R-tree over the wards' boxes.
[[nodiscard]] Neighbours neighbours(const std::vector<Ward>& wards, Contiguity contiguity,
                                    double snap_m = 0);

/// Number of connected parts; an island counts as one.
[[nodiscard]] std::size_t connected_parts(const Neighbours& neighbours);

} // namespace wardmap::wards
