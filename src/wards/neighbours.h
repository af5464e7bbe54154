// SPDX-License-Identifier: MIT
// Neighbourhood of wards.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wards/ward.h"

namespace wardmap::wards {

/// The definition of neighbours.
struct NeighbourSpec {
    enum class Rule {
        queen,    // share at least one point of their borders
        rook,     // share a length of border
        nearest,  // the `count` nearest by centroid
        distance, // centroids within `distance_m`
    };
    static constexpr std::array<std::pair<std::string_view, Rule>, 4> rule_names = {
        {{"queen", Rule::queen},
         {"rook", Rule::rook},
         {"nearest", Rule::nearest},
         {"distance", Rule::distance}}};
    Rule rule = Rule::queen;
    double snap_m = 0; // queen, rook: borders this close count as shared
    std::size_t count = 6;
    double distance_m = 0;
};

/// For each ward, the ascending indices of its neighbours; no ward is its own neighbour; an island
/// has none. Symmetric except for the nearest wards.
using Neighbours = std::vector<std::vector<std::size_t>>;

/// Neighbours according to `spec`. Borders within spec.snap_m metres of each other count as shared
/// (0: exactly shared); the nearest wards are those with the nearest centroids, ties broken by
/// order. Cost: O(n log n) candidate pairs by an R-tree.
[[nodiscard]] Neighbours neighbours(const std::vector<Ward>& wards, const NeighbourSpec& spec = {});

/// "share a border or a corner (queen contiguity)"; for method lines.
[[nodiscard]] std::string describe(const NeighbourSpec& spec);

/// Number of parts connected by links in either direction; an island counts as one.
[[nodiscard]] std::size_t connected_parts(const Neighbours& neighbours);

} // namespace wardmap::wards
