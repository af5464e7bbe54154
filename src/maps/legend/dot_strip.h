// SPDX-License-Identifier: MIT
// All figures of a category on one line, with their bands.
#pragma once

#include <vector>

#include "bands/banding.h"
#include "paint/scene.h"
#include "tables/cell.h"

namespace wardmap::maps {

/// A bar of the bands' colours from the lowest end to the highest, a line at each break, and above
/// the bar a dot for each known figure, piled where they coincide; columns if a pile would be
/// higher than the box. Both ends are printed below. Precondition: there are bands.
[[nodiscard]] std::vector<paint::Item> strip_items(const std::vector<Cell>& cells,
                                                   const bands::Banding& banding,
                                                   const std::vector<paint::Colour>& colours,
                                                   const geo::Box& box, double size_pt);

} // namespace wardmap::maps
