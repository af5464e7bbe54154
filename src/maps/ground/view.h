// SPDX-License-Identifier: MIT
// One view of the base map, in millimetres on the sheet: the map itself or an inset.
#pragma once

#include <string>
#include <vector>

#include "geo/polygon.h"
#include "maps/ground/context_layers.h"
#include "maps/ground/map_transform.h"
#include "wards/topology.h"

namespace wardmap::maps {

class BaseMap;

struct View {
    geo::Box box;     // on the sheet
    bool cut = false; // clipped to the box
    MapTransform frame;
    std::vector<geo::MultiPolygon> shapes; // one for each ward; empty if it is outside
    std::vector<geo::MultiPolygon> around; // of wards around them, clipped to the box
    std::vector<geo::Ring> inner;          // lines between wards
    std::vector<wards::Sides> sides;       // the wards on both sides of each of these lines
    std::vector<geo::Ring> outside;        // lines around them
    std::vector<DrawnLayer> layers;
    std::vector<geo::Box> moved; // boxes of displaced islands
};

/// All wards; `cut`: clipped to the box, like an inset.
[[nodiscard]] View view_of(const BaseMap& ground, const MapTransform& frame, const geo::Box& box,
                           bool cut);

} // namespace wardmap::maps
