// SPDX-License-Identifier: MIT
// Surroundings of the wards, and other items drawn on maps.
#pragma once

#include <string>
#include <vector>

#include "gdal/context_source.h"
#include "geo/polygon.h"
#include "project/layer_spec.h"
#include "wards/neighbourhood.h"
#include "wards/ward.h"

namespace wardmap {

/// Wards that border on the area. They are included in tests of neighbourhoods (a ward at the edge
/// would otherwise lack neighbours) and drawn grey, but are not part of any product.
struct Fringe {
    WardSet wards;
    wards::Neighbours neighbours; // of the area's wards, then of those of the ring
};

/// A context layer: [[layer]], in the CRS of the wards.
struct ContextLayer {
    project::LayerSpec spec;
    std::vector<gdal::ContextFeature> features; // those that overlap the extent of the wards
    std::vector<std::string> files;
};

/// The project's layout of tiles: [tiles].
struct Tiles {
    std::string name;                      // of its file, "maidstone.hexjson"
    std::string attribution;               // empty: none
    std::vector<std::string> files;        // that were read
    std::vector<geo::MultiPolygon> shapes; // per ward, in metres; the size of an average ward
};

} // namespace wardmap
