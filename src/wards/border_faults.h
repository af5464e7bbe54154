// SPDX-License-Identifier: MIT
// Wards that overlap, and wards that almost touch.
#pragma once

#include "base/finding.h"
#include "wards/neighbours.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::wards {

/// Warnings with measurements:
/// - pairs of wards that share more than 1 m² of ground, with the area;
/// - wards without any neighbour although another is within 10 m, and other pairs within 1 m that
///   do not touch: with the distance and the [neighbours] snap_m that joins them.
///
/// `neighbours` are those of these wards according to `spec`; for neighbours by distance or number
/// there are no such warnings. Only wards with a segment of border that no other ward has are
/// checked: in good boundaries those at the edge of the area. Of more than 3,000 pairs only the
/// first are measured, with a note.
[[nodiscard]] Findings border_faults(const WardSet& wards, const Neighbours& neighbours,
                                     const NeighbourSpec& spec);

} // namespace wardmap::wards
