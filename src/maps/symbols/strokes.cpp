// SPDX-License-Identifier: MIT
#include "maps/symbols/strokes.h"

#include <utility>

namespace wardmap::maps {

std::vector<geo::Ring> rings_of(const geo::MultiPolygon& shape) {
    std::vector<geo::Ring> rings;
    for (const auto& part : shape.parts) {
        rings.push_back(part.outer);
        rings.insert(rings.end(), part.holes.begin(), part.holes.end());
    }
    return rings;
}

paint::Shape lines_of(std::vector<geo::Ring> polylines, paint::Colour colour, double width_pt,
                      std::string css) {
    paint::Shape shape;
    shape.rings = std::move(polylines);
    shape.closed = false;
    shape.stroke = paint::Stroke{colour, width_pt, {}};
    shape.css = std::move(css);
    return shape;
}

} // namespace wardmap::maps
