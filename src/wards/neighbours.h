// SPDX-License-Identifier: MIT
// Which wards border on which.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "project/project.h"
#include "wards/ward.h"

namespace wardmap::wards {

/// For each ward, the indices of its neighbours in rising order; no ward is its own neighbour; an
/// island has none. Symmetric but for the nearest wards.
using Neighbours = std::vector<std::vector<std::size_t>>;

/// Neighbours after `spec`. Borders that come within spec.snap_m metres of each other count as
/// shared (0: exactly shared); the nearest wards are those of the nearest centroids, of equally
/// near ones those that come first. Cost: O(n log n) candidate pairs by an R-tree.
[[nodiscard]] Neighbours neighbours(const std::vector<Ward>& wards,
                                    const project::NeighbourSpec& spec = {});

/// "share a border or a corner (queen contiguity)"; for method lines.
[[nodiscard]] std::string describe(const project::NeighbourSpec& spec);

/// Number of parts connected by links in either direction; an island counts as one.
[[nodiscard]] std::size_t connected_parts(const Neighbours& neighbours);

} // namespace wardmap::wards
