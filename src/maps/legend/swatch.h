// SPDX-License-Identifier: MIT
// A box in a ward's colour and pattern.
#pragma once

#include "maps/symbols/fill.h"
#include "paint/scene.h"

namespace wardmap::maps {

/// A box in a ward's colour and pattern: decoration, explained by the text beside it.
[[nodiscard]] paint::Shape swatch(const Fill& fill, geo::Point at, double width, double height);

} // namespace wardmap::maps
