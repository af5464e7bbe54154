// SPDX-License-Identifier: MIT
// Neighbourhood of wards.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "wards/neighbourhood.h"

namespace wardmap {
struct Ward;
}

namespace wardmap::wards {

/// Neighbours according to `spec`. Borders within spec.snap_m metres of each other count as shared
/// (0: exactly shared); the nearest wards are those with the nearest centroids, ties broken by
/// order. Cost: O(n log n) candidate pairs by an R-tree.
[[nodiscard]] Neighbours neighbours(const std::vector<Ward>& wards, const NeighbourSpec& spec = {});

/// "share a border or a corner (queen contiguity)"; for method lines.
[[nodiscard]] std::string describe(const NeighbourSpec& spec);

/// Number of parts connected by links in either direction; an island counts as one.
[[nodiscard]] std::size_t connected_parts(const Neighbours& neighbours);

} // namespace wardmap::wards
