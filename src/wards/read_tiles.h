// SPDX-License-Identifier: MIT
// Reading of tile layouts: HexJSON, or a layer with one polygon for each ward.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "geo/polygon.h"
#include "wards/tile_source.h"

namespace wardmap::wards {

struct Tile {
    std::string code;
    geo::MultiPolygon shape; // valid, in the layout's own units; y to the north
};

struct TileLayer {
    std::vector<Tile> tiles;        // in the order of the file; codes may be repeated
    std::vector<std::string> files; // every file that was read, for the manifest
    bool from_degrees = false;      // projected from degrees to `target_crs`
    Findings findings;              // never errors
};

/// Reads all tiles. A file ".hexjson", or ".json" with "hexes", is HexJSON. The coordinates of a
/// vector file are used unchanged, because the positions of tiles have no meaning; geographic
/// coordinates are projected to `target_crs` so that tiles keep their shape. Throws InputError with
/// a finding for each error: as parse_hexjson and gdal::read_layer do; points or lines, no code, no
/// shape, a key for vector files used with HexJSON.
[[nodiscard]] TileLayer read_tiles(const TileSource& source,
                                   const std::string& target_crs = "EPSG:27700");

} // namespace wardmap::wards
