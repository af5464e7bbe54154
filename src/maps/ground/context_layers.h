// SPDX-License-Identifier: MIT
// What of the layers for orientation a window shows.
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

/// What of a layer for orientation a view shows, cut at its box.
struct DrawnLayer {
    const ContextLayer* layer = nullptr;
    std::vector<geo::MultiPolygon> areas;
    std::vector<geo::Ring> lines;
    std::vector<geo::Point> points;
    std::vector<std::string> names; // of each of the areas or points
};

/// What of the layers is within a box on the sheet.
[[nodiscard]] std::vector<DrawnLayer> layers_in(std::span<const ContextLayer> layers,
                                                const MapTransform& frame, const geo::Box& box);

} // namespace wardmap::maps
