// SPDX-License-Identifier: MIT
// Labels of wards whose name does not fit inside: the name beside the area with a leader, or a
// number in the ward or beside it. Private to its room.
#pragma once

#include <cstddef>
#include <vector>

#include "maps/labels/label.h"

namespace wardmap::maps {

/// Labels and items already placed.
struct LabelGround {
    const std::vector<LabelRequest>& requests;
    const LabelOptions& options;
    const MeasureLabel& measure;
    const std::vector<geo::Box>& extents; // of the requests
    const std::vector<Label>& placed;     // names within their wards
};

/// Labels for those of `wards` for which there is space; numbers are 0, to be assigned later. Names
/// avoid all wards. If more than 150 wards have no space for a number inside, only the 40 most
/// important of these may have a label beside them.
[[nodiscard]] std::vector<Label> place_outside(const LabelGround& ground,
                                               const std::vector<std::size_t>& wards);

} // namespace wardmap::maps
