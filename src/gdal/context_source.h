// SPDX-License-Identifier: MIT
// Points, lines and areas drawn for orientation, in the CRS of the wards.
#pragma once

#include <string>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::gdal {

struct LayerRequest;

/// One feature; a feature may hold shapes of several kinds.
struct ContextFeature {
    geo::MultiPolygon areas;
    std::vector<geo::Ring> lines; // open polylines
    std::vector<geo::Point> points;
    std::string label; // empty: none
};

/// Bounding box of all its shapes.
[[nodiscard]] geo::Box extent(const ContextFeature& feature);

struct ContextRequest {
    const LayerRequest& layer;
    std::string crs;    // overrides or supplies that of the source
    std::string label;  // column with the names; empty: none
    std::string target; // CRS of the result
};

struct ContextFeatures {
    std::vector<ContextFeature> features;
    std::vector<std::string> files; // of the source, ordered
    std::size_t left_out = 0;       // features that cannot be transformed or have no shape
};

/// Reads a layer of any kind of geometry. Throws InputError as `read_layer` does, and if the layer
/// has no CRS, is outside its CRS's area, or lacks the column of names. Not thread-safe.
[[nodiscard]] ContextFeatures read_context(const ContextRequest& request);

} // namespace wardmap::gdal
