// SPDX-License-Identifier: MIT
// The lines and dots of a pattern within a shape, drawn individually: clips and pattern fills are
// read differently by other programs. Private to paint/.
#pragma once

#include <utility>
#include <vector>

#include "paint/scene.h"

namespace wardmap::paint {

struct HatchMarks {
    std::vector<std::pair<geo::Point, geo::Point>> lines;
    std::vector<geo::Point> dots; // their centres
};

/// Marks wholly within the rings (even-odd), aligned to the page, so that those of neighbouring
/// shapes meet. A shape too small for two lines (two dots) has them at half the distance, or a
/// quarter; one too small for any has one through its middle, so that no patterned shape looks
/// plain. Precondition: the shape has a hatch.
[[nodiscard]] HatchMarks hatch_marks(const Shape& shape);

} // namespace wardmap::paint
