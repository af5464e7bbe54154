// SPDX-License-Identifier: MIT
// The lines between wards and around them, each drawn once.
#pragma once

#include <vector>

#include "geo/polygon.h"

namespace wardmap::maps {

struct Borders {
    std::vector<geo::Ring> inner;   // polylines between two wards
    std::vector<geo::Ring> outline; // polylines with a ward on one side only
};

/// Takes every edge of the shapes once; an edge that two shapes have is inner, any other outline
/// (borders that should be shared but are not exactly so count as outline). Edges are chained into
/// polylines that end where more than two of their kind meet; a closed one repeats its first point.
/// Cost: O(n log n) in the number of edges.
[[nodiscard]] Borders borders_of(const std::vector<geo::MultiPolygon>& shapes);

} // namespace wardmap::maps
