// SPDX-License-Identifier: MIT
// Splits lines around the wards where two run close together (river banks, a spit): at full width
// they would merge into one thick line.
#pragma once

#include <vector>

#include "geo/polygon.h"

namespace wardmap::maps {

struct LineProximity {
    std::vector<geo::Ring> apart; // pieces with nothing near
    std::vector<geo::Ring> close; // pieces near another line, or near another part of the same line
};

/// Lines that meet end to end are treated as one. `near` is in the unit of the points. A part of a
/// line counts as another one if it is four times `near` away along the line. The pieces together
/// make up the lines, including added points. Cost: linear in length / `near`.
[[nodiscard]] LineProximity split_close_lines(const std::vector<geo::Ring>& lines, double near);

} // namespace wardmap::maps
