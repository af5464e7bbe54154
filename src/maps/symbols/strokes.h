// SPDX-License-Identifier: MIT
// Lines of a map.
#pragma once

#include <string>
#include <vector>

#include "geo/polygon.h"
#include "paint/scene.h"

namespace wardmap::maps {

inline constexpr paint::Colour outline_ink{0x1A, 0x1A, 0x1A};

/// All rings of a shape, including holes.
[[nodiscard]] std::vector<geo::Ring> rings_of(const geo::MultiPolygon& shape);

/// Open lines of one colour and width.
[[nodiscard]] paint::Shape lines_of(std::vector<geo::Ring> polylines, paint::Colour colour,
                                    double width_pt, std::string css);

} // namespace wardmap::maps
