// SPDX-License-Identifier: MIT
// What lies around the wards and what maps draw besides them.
#pragma once

#include <string>
#include <vector>

#include "gdal/context_source.h"
#include "geo/polygon.h"
#include "project/layer_spec.h"
#include "wards/neighbourhood.h"
#include "wards/ward.h"

namespace wardmap {

/// Wards that border on the area: neighbourhoods at its edge are tested with them (without them a
/// ward at the edge lacks neighbours). They are drawn grey and are no part of any product.
struct Fringe {
    WardSet wards;
    wards::Neighbours neighbours; // of the area's wards, and then of those of the ring
};

/// What is drawn for orientation: [[layer]], in the CRS of the wards.
struct ContextLayer {
    project::LayerSpec spec;
    std::vector<gdal::ContextFeature> features; // those that reach into the extent of the wards
    std::vector<std::string> files;
};

/// The layout of tiles that the project gives: [tiles].
struct Tiles {
    std::string name;                      // of its file, "maidstone.hexjson"
    std::string attribution;               // empty: none
    std::vector<std::string> files;        // that were read
    std::vector<geo::MultiPolygon> shapes; // per ward, in metres; as large as a ward on average
};

} // namespace wardmap
