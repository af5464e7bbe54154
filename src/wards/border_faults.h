// SPDX-License-Identifier: MIT
// Wards that overlap, and wards that almost touch.
#pragma once

#include "base/finding.h"
#include "wards/neighbours.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::wards {

/// Warnings with measures:
/// - pairs of wards that share more than 1 m² of ground, with the area;
/// - wards without any neighbour although another comes within 10 m, and other pairs that come
///   within 1 m without touching: with the distance and the [neighbours] snap_m that joins them.
/// `neighbours` are those of these wards after `spec`; by distance or number nothing almost
/// touches. Only wards with a stretch of border that no other ward has are looked at: in good
/// boundaries those at the edge of the area. Of more than 3,000 pairs the first are measured, and a
/// note says so.
[[nodiscard]] Findings border_faults(const WardSet& wards, const Neighbours& neighbours,
                                     const NeighbourSpec& spec);

} // namespace wardmap::wards
