// SPDX-License-Identifier: MIT
#include "maps/picture/island_boxes.h"

#include <array>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "geo/clip.h"

namespace wardmap::maps {
namespace {

constexpr paint::Colour ink{0x59, 0x59, 0x59};
constexpr double frame_pt = 0.75;

} // namespace

std::vector<paint::Item> island_backgrounds(const View& view) {
    std::vector<paint::Item> items;
    for (const auto& box : view.moved) {
        const auto cut = geo::clipped(geo::MultiPolygon{{{geo::ring_of(box), {}}}}, view.box);
        if (view.cut && cut.empty()) continue;
        paint::Shape shape;
        shape.rings = {view.cut ? cut.parts.front().outer : geo::ring_of(box)};
        shape.fill = paint::white;
        shape.css = "moved-paper";
        items.emplace_back(std::move(shape));
    }
    return items;
}

std::vector<paint::Item> island_frames(const View& view) {
    std::vector<paint::Item> items;
    for (const auto& box : view.moved) {
        auto ring = geo::ring_of(box);
        ring.push_back(ring.front());
        paint::Shape shape;
        shape.rings = view.cut ? geo::clipped(ring, view.box) : std::vector<geo::Ring>{ring};
        if (shape.rings.empty()) continue;
        shape.closed = false;
        shape.stroke = paint::Stroke{ink, frame_pt, {}};
        shape.css = "moved-frame";
        items.emplace_back(std::move(shape));
    }
    return items;
}

} // namespace wardmap::maps
