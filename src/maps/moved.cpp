// SPDX-License-Identifier: MIT
#include "maps/moved.h"

#include <array>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "maps/clip.h"
#include "maps/words.h"

namespace wardmap::maps {
namespace {

constexpr paint::Colour ink{0x59, 0x59, 0x59};
constexpr double frame_pt = 0.75;

/// Where they lie, seen from where they are drawn: "57 km further west".
std::string way(const wards::FarIslands& islands) {
    static constexpr std::array winds = {"east", "north-east", "north", "north-west",
                                         "west", "south-west", "south", "south-east"};
    const double dx = islands.from.min_x - islands.to.min_x;
    const double dy = islands.from.min_y - islands.to.min_y;
    constexpr double eighth = 3.141592653589793 / 4;
    const auto wind = static_cast<std::size_t>(std::lround(std::atan2(dy, dx) / eighth) + 8) % 8;
    const double metres = std::hypot(dx, dy);
    return metres < 10000
               ? fmt::format("{} m further {}", text::number(100 * std::round(metres / 100), 0),
                             winds.at(wind))
               : fmt::format("{} km further {}", text::number(metres / 1000, 0), winds.at(wind));
}

std::string who(const Study& study, const wards::FarIslands& islands) {
    constexpr std::size_t most = 4;
    std::set<std::size_t> wards;
    for (const auto& part : islands.parts) {
        wards.insert(part.ward);
    }
    std::vector<std::string> names;
    for (const auto ward : wards) {
        if (names.size() < (wards.size() > most ? most - 1 : most)) {
            names.push_back(study.wards.wards[ward].name);
        }
    }
    const auto left = wards.size() - names.size();
    if (left == 0) return text::list(names);
    return fmt::format("{} and {} more {}", text::join(names, ", "), left, called(study, left));
}

} // namespace

std::vector<paint::Item> moved_paper(const View& view) {
    std::vector<paint::Item> items;
    for (const auto& box : view.moved) {
        const auto cut = clipped(geo::MultiPolygon{{{ring_of(box), {}}}}, view.box);
        if (view.cut && cut.empty()) continue;
        paint::Shape shape;
        shape.rings = {view.cut ? cut.parts.front().outer : ring_of(box)};
        shape.fill = paint::white;
        shape.css = "moved-paper";
        items.emplace_back(std::move(shape));
    }
    return items;
}

std::vector<paint::Item> moved_frames(const View& view) {
    std::vector<paint::Item> items;
    for (const auto& box : view.moved) {
        auto ring = ring_of(box);
        ring.push_back(ring.front());
        paint::Shape shape;
        shape.rings = view.cut ? clipped(ring, view.box) : std::vector<geo::Ring>{ring};
        if (shape.rings.empty()) continue;
        shape.closed = false;
        shape.stroke = paint::Stroke{ink, frame_pt, {}};
        shape.css = "moved-frame";
        items.emplace_back(std::move(shape));
    }
    return items;
}

std::vector<std::string> moved_lines(const Study& study) {
    std::vector<std::string> lines;
    for (const auto& islands : study.far_islands) {
        const bool one = islands.parts.front().ward == islands.parts.back().ward;
        lines.push_back(fmt::format("In a box: {} {} {}; drawn nearer, at the same scale.",
                                    who(study, islands), one ? "lies" : "lie", way(islands)));
    }
    return lines;
}

} // namespace wardmap::maps
