// SPDX-License-Identifier: MIT
// Context layers within a view.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "geo/polygon.h"
#include "maps/ground/map_transform.h"

namespace wardmap {
struct ContextLayer;
}

namespace wardmap::maps {

/// The part of a context layer within a view, clipped to its box.
struct DrawnLayer {
    const ContextLayer* layer = nullptr;
    std::vector<geo::MultiPolygon> areas;
    std::vector<geo::Ring> lines;
    std::vector<geo::Point> points;
    std::vector<std::string> names; // one for each area or point
};

/// The parts of the layers within a box on the sheet.
[[nodiscard]] std::vector<DrawnLayer> layers_in(std::span<const ContextLayer> layers,
                                                const MapTransform& frame, const geo::Box& box);

} // namespace wardmap::maps
