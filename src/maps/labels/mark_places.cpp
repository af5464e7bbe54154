// SPDX-License-Identifier: MIT
#include "maps/labels/mark_places.h"

#include <algorithm>
#include <cmath>

#include "geo/pole_of_inaccessibility.h"
#include "maps/labels/near_boxes.h"

namespace wardmap::maps {
namespace {

constexpr double clear_mm = 0.35;

geo::Box box_around(geo::Point centre, const MarkSize& size) {
    const double dx = size.width / 2 + clear_mm;
    const double dy = size.height / 2 + clear_mm;
    return {centre.x - dx, centre.y - dy, centre.x + dx, centre.y + dy};
}

bool is_in_district(const geo::Box& box, const geo::MultiPolygon& shape) {
    const auto c = box.centre();
    for (const geo::Point p : {geo::Point{box.min_x, box.min_y}, geo::Point{box.max_x, box.min_y},
                               geo::Point{box.min_x, box.max_y}, geo::Point{box.max_x, box.max_y},
                               geo::Point{c.x, box.min_y}, geo::Point{c.x, box.max_y},
                               geo::Point{box.min_x, c.y}, geo::Point{box.max_x, c.y}, c}) {
        if (!geo::contains(shape, p)) return false;
    }
    return true;
}

/// Candidate positions of a mark: above, below and beside the ward's own label, else at its deepest
/// points.
std::vector<geo::Point> candidates(const geo::MultiPolygon& shape, const Label* label,
                                   const MarkSize& size) {
    std::vector<geo::Point> points;
    const double across = size.width / 2 + 2 * clear_mm;
    const double off = size.height / 2 + 2 * clear_mm;
    if (label != nullptr && !label->leader) {
        const auto c = label->box.centre();
        points = {{c.x, label->box.min_y - off},
                  {c.x, label->box.max_y + off},
                  {label->box.min_x - across, c.y},
                  {label->box.max_x + across, c.y}};
    }
    const auto pole = geo::pole_of_inaccessibility(shape, 0.2);
    points.push_back(pole.at);
    constexpr int around = 12;
    for (const double share : {0.5, 1.0}) {
        for (int k = 0; k < around; ++k) {
            const double angle = 2 * 3.141592653589793 * k / around;
            points.push_back({pole.at.x + share * pole.distance * std::cos(angle),
                              pole.at.y + share * pole.distance * std::sin(angle)});
        }
    }
    const auto box = geo::extent(shape);
    constexpr int steps = 12;
    for (int iy = 1; iy < steps; ++iy) {
        for (int ix = 1; ix < steps; ++ix) {
            points.push_back(
                {box.min_x + box.width() * ix / steps, box.min_y + box.height() * iy / steps});
        }
    }
    return points;
}

std::optional<MarkPlace> place_of(const geo::MultiPolygon& shape, const Label* label,
                                  const NearBoxes& taken, const std::vector<MarkSize>& sizes) {
    const auto extent = geo::extent(shape);
    for (const auto& size : sizes) {
        if (size.width > extent.width() || size.height > extent.height()) continue;
        for (const auto& point : candidates(shape, label, size)) {
            const auto box = box_around(point, size);
            const bool clear =
                !taken.any(box, [&](const geo::Box& other) { return other.overlaps(box); });
            if (clear && is_in_district(box, shape)) return MarkPlace{point, size};
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<std::optional<MarkPlace>> mark_places(const std::vector<geo::MultiPolygon>& shapes,
                                                  const Labelling& labelling,
                                                  const std::vector<bool>& wanted,
                                                  const std::vector<geo::Box>& others,
                                                  const std::vector<MarkSize>& sizes) {
    geo::Box around;
    for (const auto& shape : shapes) {
        around.add(geo::extent(shape));
    }
    NearBoxes taken(around);
    for (const auto& box : others) {
        taken.add(box);
    }
    std::vector<const Label*> label_of(shapes.size(), nullptr);
    for (const auto& label : labelling.labels) {
        taken.add(label.box);
        label_of[label.request] = &label;
    }
    std::vector<std::optional<MarkPlace>> places(shapes.size());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (!wanted[i] || shapes[i].empty()) continue;
        places[i] = place_of(shapes[i], label_of[i], taken, sizes);
        if (places[i]) taken.add(box_around(places[i]->centre, places[i]->size));
    }
    return places;
}

} // namespace wardmap::maps
