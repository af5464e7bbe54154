// SPDX-License-Identifier: MIT
// Wards whose name does not fit into them: the name beside the area with a leader, or a number in
// the ward or beside it. Private to its room.
#pragma once

#include <cstddef>
#include <vector>

#include "maps/labels/label.h"

namespace wardmap::maps {

/// What there is before them.
struct LabelGround {
    const std::vector<LabelRequest>& requests;
    const LabelOptions& options;
    const MeasureLabel& measure;
    const std::vector<geo::Box>& extents; // of the requests
    const std::vector<Label>& placed;     // names within their wards
};

/// Labels for those of `wards` that find room; numbers are 0, to be counted. Names keep off all
/// wards. Where more than 150 wards have no room for a number within, only the 40 most important of
/// these may have something beside them.
[[nodiscard]] std::vector<Label> place_outside(const LabelGround& ground,
                                               const std::vector<std::size_t>& wards);

} // namespace wardmap::maps
