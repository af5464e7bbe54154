// SPDX-License-Identifier: MIT
#include "maps/frame.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace wardmap::maps {
namespace {

constexpr double grid_per_mm = 100;

double on_grid(double mm) {
    return std::round(mm * grid_per_mm) / grid_per_mm;
}

geo::Ring to_grid(const geo::Ring& ground, const Frame& frame) {
    geo::Ring ring;
    ring.reserve(ground.size());
    for (const auto point : ground) {
        const auto p = frame.to_sheet(point);
        const geo::Point q{on_grid(p.x), on_grid(p.y)};
        if (ring.empty() || ring.back() != q) ring.push_back(q);
    }
    while (ring.size() > 1 && ring.front() == ring.back()) {
        ring.pop_back();
    }
    return ring;
}

} // namespace

Frame::Frame(const geo::Box& ground, const geo::Box& sheet)
    : m_ground_centre(ground.centre()), m_sheet_centre(sheet.centre()) {
    const double x = ground.width() > 0 ? sheet.width() / ground.width() : HUGE_VAL;
    const double y = ground.height() > 0 ? sheet.height() / ground.height() : HUGE_VAL;
    m_mm_per_m = std::min(x, y);
}

geo::Point Frame::to_sheet(geo::Point ground) const {
    return {m_sheet_centre.x + (ground.x - m_ground_centre.x) * m_mm_per_m,
            m_sheet_centre.y - (ground.y - m_ground_centre.y) * m_mm_per_m};
}

geo::MultiPolygon Frame::to_sheet(const geo::MultiPolygon& ground) const {
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

std::vector<geo::MultiPolygon> on_sheet(const WardSet& wards, const Frame& frame) {
    std::vector<geo::MultiPolygon> shapes;
    shapes.reserve(wards.wards.size());
    for (const auto& ward : wards.wards) {
        shapes.push_back(frame.to_sheet(ward.shape));
    }
    return shapes;
}

} // namespace wardmap::maps
