// SPDX-License-Identifier: MIT
#include "maps/view.h"

#include <utility>

#include "maps/clip.h"
#include "maps/context.h"

namespace wardmap::maps {
namespace {

std::vector<geo::Ring> on_sheet(const std::vector<geo::Ring>& lines, const View& view, bool cut) {
    std::vector<geo::Ring> drawn;
    drawn.reserve(lines.size());
    for (const auto& ground : lines) {
        auto line = view.frame.line_to_sheet(ground);
        if (line.size() < 2) continue;
        if (!cut) {
            drawn.push_back(std::move(line));
            continue;
        }
        for (auto& piece : clipped(line, view.box)) {
            drawn.push_back(std::move(piece));
        }
    }
    return drawn;
}

} // namespace

View view_of(const Ground& ground, const Frame& frame, const geo::Box& box, bool cut) {
    View view{box, cut, frame, {}, {}, {}, {}, {}, {}};
    const auto outlines = ground.at(frame.mm_per_m());
    const auto window = frame.to_ground(box);
    view.shapes.reserve(outlines->shapes.size());
    for (const auto& shape : outlines->shapes) {
        auto& drawn = view.shapes.emplace_back();
        if (cut && !geo::extent(shape).overlaps(window)) continue;
        drawn = frame.to_sheet(shape);
        if (cut) drawn = clipped(drawn, box);
    }
    if (const auto around = ground.around(frame.mm_per_m())) {
        for (const auto& shape : around->shapes) {
            if (!geo::extent(shape).overlaps(window)) continue;
            view.around.push_back(clipped(frame.to_sheet(shape), box));
        }
    }
    view.inner = on_sheet(outlines->inner, view, cut);
    view.outside = on_sheet(outlines->outside, view, cut);
    for (const auto& islands : ground.far_islands()) {
        const auto a = frame.to_sheet(geo::Point{islands.to.min_x, islands.to.max_y});
        const auto b = frame.to_sheet(geo::Point{islands.to.max_x, islands.to.min_y});
        const geo::Box there{a.x, a.y, b.x, b.y};
        if (!cut || there.overlaps(box)) view.moved.push_back(there);
    }
    view.layers = layers_in(ground.layers(), frame, box);
    return view;
}

} // namespace wardmap::maps
