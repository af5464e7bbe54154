// SPDX-License-Identifier: MIT
// The lines and dots of a pattern as they are within a shape: drawn as they are, without a clip or
// a pattern fill, which other programs read in ways of their own. Private to paint/.
#pragma once

#include <utility>
#include <vector>

#include "paint/scene.h"

namespace wardmap::paint {

struct HatchMarks {
    std::vector<std::pair<geo::Point, geo::Point>> lines;
    std::vector<geo::Point> dots; // their centres
};

/// Whole within the rings (even-odd), at the page's own phase: the marks of neighbouring shapes
/// meet. A shape too small for two lines (two dots) has them at half the distance, or a quarter;
/// one too small for any has one through its middle, for no shape may pass for a plain one.
/// Precondition: the shape has a hatch.
[[nodiscard]] HatchMarks hatch_marks(const Shape& shape);

} // namespace wardmap::paint
