// SPDX-License-Identifier: MIT
// What makes wards neighbours, and which are.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

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

} // namespace wardmap::wards
