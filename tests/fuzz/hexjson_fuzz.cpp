// SPDX-License-Identifier: MIT
// HexJSON: a layout of hexagons.
#include <cmath>
#include <set>

#include "fuzz/target.h"
#include "wards/hexjson.h"

using namespace wardmap;
using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    may_refuse([&] {
        const auto tiles = wards::parse_hexjson(text_of(bytes, size), "fuzz.hexjson");
        must_hold(!tiles.empty(), "a layout has tiles");
        std::set<std::pair<double, double>> corners;
        for (const auto& tile : tiles) {
            must_hold(tile.shape.parts.size() == 1 && tile.shape.parts[0].outer.size() == 6,
                      "a tile has six corners");
            const auto& corner = tile.shape.parts[0].outer[0];
            must_hold(std::isfinite(corner.x) && std::isfinite(corner.y), "corners are finite");
            must_hold(corners.emplace(corner.x, corner.y).second, "no two tiles are in one place");
        }
    });
    return 0;
}
