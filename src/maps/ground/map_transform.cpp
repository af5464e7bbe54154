// SPDX-License-Identifier: MIT
#include "maps/ground/map_transform.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace wardmap::maps {
namespace {

constexpr double grid_per_mm = 100;

double on_grid(double mm) {
    return std::round(mm * grid_per_mm) / grid_per_mm;
}

geo::Ring to_grid(const geo::Ring& ground, const MapTransform& frame) {
    auto ring = frame.line_to_sheet(ground);
    while (ring.size() > 1 && ring.front() == ring.back()) {
        ring.pop_back();
    }
    return ring;
}

} // namespace

MapTransform::MapTransform(const geo::Box& ground, const geo::Box& sheet)
    : m_ground_centre(ground.centre()), m_sheet_centre(sheet.centre()) {
    const double x = ground.width() > 0 ? sheet.width() / ground.width() : HUGE_VAL;
    const double y = ground.height() > 0 ? sheet.height() / ground.height() : HUGE_VAL;
    m_mm_per_m = std::min(x, y);
}

geo::Point MapTransform::to_sheet(geo::Point ground) const {
    return {m_sheet_centre.x + (ground.x - m_ground_centre.x) * m_mm_per_m,
            m_sheet_centre.y - (ground.y - m_ground_centre.y) * m_mm_per_m};
}

geo::MultiPolygon MapTransform::to_sheet(const geo::MultiPolygon& ground) const {
    geo::MultiPolygon shape;
    for (const auto& part : ground.parts) {
        geo::Polygon polygon{to_grid(part.outer, *this), {}};
        if (polygon.outer.size() < 3) continue; // smaller than a hundredth of a millimetre
        for (const auto& hole : part.holes) {
            auto ring = to_grid(hole, *this);
            if (ring.size() >= 3) polygon.holes.push_back(std::move(ring));
        }
        shape.parts.push_back(std::move(polygon));
    }
    return shape;
}

geo::Ring MapTransform::line_to_sheet(const geo::Ring& ground) const {
    geo::Ring line;
    line.reserve(ground.size());
    for (const auto point : ground) {
        const auto p = to_sheet(point);
        const geo::Point q{on_grid(p.x), on_grid(p.y)};
        if (line.empty() || line.back() != q) line.push_back(q);
    }
    return line;
}

geo::Box MapTransform::to_ground(const geo::Box& sheet) const {
    const auto ground = [&](double x, double y) {
        return geo::Point{m_ground_centre.x + (x - m_sheet_centre.x) / m_mm_per_m,
                          m_ground_centre.y - (y - m_sheet_centre.y) / m_mm_per_m};
    };
    geo::Box box;
    box.add(ground(sheet.min_x, sheet.min_y));
    box.add(ground(sheet.max_x, sheet.max_y));
    return box;
}

geo::Box fitted(const geo::Box& ground, const geo::Box& sheet, double x, double y) {
    const double scale = MapTransform(ground, sheet).mm_per_m();
    const double width = ground.width() * scale;
    const double height = ground.height() * scale;
    const double left = sheet.min_x + x * (sheet.width() - width);
    const double top = sheet.min_y + y * (sheet.height() - height);
    return {left, top, left + width, top + height};
}

} // namespace wardmap::maps
