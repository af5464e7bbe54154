// SPDX-License-Identifier: MIT
// One layer of a vector file as values, through GDAL.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::gdal {

struct LayerRequest {
    std::string path;                // as GDAL opens it; "x.zip" is opened as a zipped shapefile
    std::string shown_as;            // how messages name it
    std::string layer;               // empty: the only one
    std::string where;               // attribute filter; empty: none
    std::string encoding;            // of the attributes; empty: as declared in the file
    std::string in = "[boundaries]"; // table of the project that names it, for messages
};

struct Feature {
    long long id = 0;                              // as numbered in the file
    std::vector<std::optional<std::string>> texts; // one for each field, UTF-8; nothing if null
    geo::MultiPolygon shape;      // in the layer's CRS, x to the east; may be empty
    std::string other_geometry;   // "Point": not a polygon; then `shape` is empty
    std::vector<geo::Ring> lines; // its lines, open
    std::vector<geo::Point> points;
};

struct Layer {
    std::string name;
    std::vector<std::string> fields;
    std::vector<Feature> features;
    std::string crs; // WKT; empty if the file has none
    std::string encoding;
    std::vector<std::string> files; // every file of the source, ordered
};

/// Reads a layer. Throws InputError (with GDAL's own reason) for a missing or unreadable file, a
/// missing companion of a shapefile (naming it), several layers and none named (listing them), an
/// unknown layer, a filter that fails, or a feature that cannot be read (with its number). Not
/// thread-safe.
[[nodiscard]] Layer read_layer(const LayerRequest& request);

/// The distinct texts of a field, at most `most`, for "there are: ..." in messages.
[[nodiscard]] std::vector<std::string> distinct_values(const Layer& layer, std::size_t field,
                                                       std::size_t most);

} // namespace wardmap::gdal
