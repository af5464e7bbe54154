// SPDX-License-Identifier: MIT
// Lines around the wards, parted where two of them run close together: the banks of a river, a
// spit. Drawn at full width there, the two would merge into one fat line.
#pragma once

#include <vector>

#include "geo/polygon.h"

namespace wardmap::maps {

struct LineProximity {
    std::vector<geo::Ring> apart; // pieces of the lines with nothing near
    std::vector<geo::Ring> close; // pieces with another line, or another stretch of their own, near
};

/// Lines that end where others begin are taken as one. `near` is in the unit of the points. A
/// stretch counts as another one where it is four times `near` away along the line. The pieces
/// together are the lines, points between included. Cost: linear in length / `near`.
[[nodiscard]] LineProximity split_close_lines(const std::vector<geo::Ring>& lines, double near);

} // namespace wardmap::maps
