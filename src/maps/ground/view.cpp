// SPDX-License-Identifier: MIT
#include "maps/ground/view.h"

#include <utility>

#include "geo/clip.h"
#include "maps/ground/base_map.h"
#include "maps/ground/context_layers.h"

namespace wardmap::maps {
namespace {

/// The part of a line on the sheet: none, the whole, or pieces of it.
std::vector<geo::Ring> on_sheet(const geo::Ring& ground, const View& view, bool cut) {
    auto line = view.frame.line_to_sheet(ground);
    if (line.size() < 2) return {};
    if (cut) return geo::clipped(line, view.box);
    return {std::move(line)};
}

void add_lines(View& view, const wards::Outlines& outlines, bool cut) {
    for (std::size_t i = 0; i < outlines.inner.size(); ++i) {
        for (auto& piece : on_sheet(outlines.inner[i], view, cut)) {
            view.inner.push_back(std::move(piece));
            view.sides.push_back(outlines.sides[i]);
        }
    }
    for (const auto& line : outlines.outside) {
        for (auto& piece : on_sheet(line, view, cut)) {
            view.outside.push_back(std::move(piece));
        }
    }
}

} // namespace

View view_of(const BaseMap& ground, const MapTransform& frame, const geo::Box& box, bool cut) {
    View view{box, cut, frame, {}, {}, {}, {}, {}, {}, {}};
    const auto outlines = ground.outlines_at_scale(frame.mm_per_m());
    const auto window = frame.to_ground(box);
    view.shapes.reserve(outlines->shapes.size());
    for (const auto& shape : outlines->shapes) {
        auto& drawn = view.shapes.emplace_back();
        if (cut && !geo::extent(shape).overlaps(window)) continue;
        drawn = frame.to_sheet(shape);
        if (cut) drawn = geo::clipped(drawn, box);
    }
    if (const auto around = ground.around(frame.mm_per_m())) {
        for (const auto& shape : around->shapes) {
            if (!geo::extent(shape).overlaps(window)) continue;
            view.around.push_back(geo::clipped(frame.to_sheet(shape), box));
        }
    }
    add_lines(view, *outlines, cut);
    for (const auto& islands : ground.displaced_parts()) {
        const auto a = frame.to_sheet(geo::Point{islands.to.min_x, islands.to.max_y});
        const auto b = frame.to_sheet(geo::Point{islands.to.max_x, islands.to.min_y});
        const geo::Box there{a.x, a.y, b.x, b.y};
        if (!cut || there.overlaps(box)) view.moved.push_back(there);
    }
    view.layers = layers_in(ground.layers(), frame, box);
    return view;
}

} // namespace wardmap::maps
