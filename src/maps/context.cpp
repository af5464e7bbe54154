// SPDX-License-Identifier: MIT
#include "maps/context.h"

#include <utility>

#include "maps/clip.h"

namespace wardmap::maps {

std::vector<paint::Item> context_areas(const View& view,
                                       const std::vector<geo::MultiPolygon>& areas,
                                       const ContextStyle& style) {
    const auto window = view.frame.to_ground(view.box);
    std::vector<paint::Item> items;
    for (const auto& area : areas) {
        if (!geo::extent(area).overlaps(window)) continue;
        const auto drawn = clipped(view.frame.to_sheet(area), view.box);
        paint::Shape shape;
        for (const auto& part : drawn.parts) {
            shape.rings.push_back(part.outer);
            shape.rings.insert(shape.rings.end(), part.holes.begin(), part.holes.end());
        }
        if (shape.rings.empty()) continue;
        shape.fill = style.fill;
        shape.stroke = style.stroke;
        shape.css = "context-area";
        items.emplace_back(std::move(shape));
    }
    return items;
}

std::vector<paint::Item> context_lines(const View& view, const std::vector<geo::Ring>& lines,
                                       const paint::Stroke& stroke) {
    std::vector<paint::Item> items;
    for (const auto& ground : lines) {
        paint::Shape shape;
        shape.rings = clipped(view.frame.line_to_sheet(ground), view.box);
        if (shape.rings.empty()) continue;
        shape.closed = false;
        shape.stroke = stroke;
        shape.css = "context-line";
        items.emplace_back(std::move(shape));
    }
    return items;
}

} // namespace wardmap::maps
