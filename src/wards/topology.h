// SPDX-License-Identifier: MIT
// Borders as arcs: every length of border once, however many wards it bounds. A change to an arc
// applies to the wards on both sides, so that neither gaps nor overlaps arise.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "geo/polygon.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::wards {

/// A length of border from one junction to the next; a closed one repeats its first point.
struct Arc {
    geo::Ring points;
    std::uint32_t uses = 0; // rings that it belongs to: 1 on the outside, 2 between wards
};

/// One arc of a ring, in the ring's direction.
struct ArcUse {
    std::uint32_t arc = 0;
    bool reversed = false;
};
using ArcRing = std::vector<ArcUse>;

struct ArcPolygon {
    ArcRing outer;
    std::vector<ArcRing> holes;
};

struct Topology {
    std::vector<Arc> arcs;
    std::vector<std::vector<ArcPolygon>> wards; // parts of each ward
};

/// Cuts all rings at the points where borders meet. Borders that two wards represent with different
/// points are separate arcs, each with one use. Cost: linear in the number of points.
[[nodiscard]] Topology topology_of(const std::vector<geo::MultiPolygon>& shapes);
[[nodiscard]] Topology topology_of(const WardSet& wards);

/// The wards on both sides of a line (the same twice if a ward borders on itself).
using Sides = std::array<std::size_t, 2>;

/// Wards and the lines between and around them, drawn for one scale.
struct Outlines {
    std::vector<geo::MultiPolygon> shapes; // one for each ward; each keeps at least one part
    std::vector<geo::Ring> inner;          // lines between two wards
    std::vector<Sides> sides;              // of each of these lines
    std::vector<geo::Ring> outside;        // lines with a ward on one side only
};

/// Removes points so that no border moves by more than `tolerance` (Douglas and Peucker 1973, arc
/// by arc). Wards keep their neighbours, their islands and their holes, but islets and unowned
/// holes smaller than `smallest` across are removed, unless a ward has nothing larger.
[[nodiscard]] Outlines simplified(const Topology& topology, double tolerance, double smallest);

} // namespace wardmap::wards
