// SPDX-License-Identifier: MIT
// References of the Ordnance Survey National Grid.
#pragma once

#include <optional>
#include <string_view>

#include "geo/polygon.h"

namespace wardmap::geo {

/// A reference names a square, not a point. Coordinates are those of British National Grid.
struct GridSquare {
    Point centre;
    double side_m = 0;
};

/// "TQ 760 556" or "tq760556": two letters and 2, 4, 6, 8 or 10 digits. Nothing if it is not a
/// reference.
[[nodiscard]] std::optional<GridSquare> grid_square(std::string_view reference);

} // namespace wardmap::geo
