// SPDX-License-Identifier: MIT
#include "geo/clip.h"

#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace wardmap::geo {
namespace {

/// One edge of the box: how far inside a point is.
struct Side {
    bool is_x;
    double at;
    double sign;

    [[nodiscard]] double inside(geo::Point p) const { return sign * ((is_x ? p.x : p.y) - at); }
};

std::array<Side, 4> sides(const geo::Box& box) {
    return {{{true, box.min_x, 1},
             {true, box.max_x, -1},
             {false, box.min_y, 1},
             {false, box.max_y, -1}}};
}

geo::Point between(geo::Point a, geo::Point b, double t) {
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

geo::Ring cut(const geo::Ring& ring, const Side& side) {
    geo::Ring kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto a = ring[(i + ring.size() - 1) % ring.size()];
        const auto b = ring[i];
        const double in_a = side.inside(a);
        const double in_b = side.inside(b);
        if ((in_a < 0) != (in_b < 0)) kept.push_back(between(a, b, in_a / (in_a - in_b)));
        if (in_b >= 0) kept.push_back(b);
    }
    return kept;
}

geo::Ring cut(geo::Ring ring, const geo::Box& box) {
    for (const auto& side : sides(box)) {
        ring = cut(ring, side);
    }
    return ring;
}

bool holds(const geo::Box& box, const geo::Box& other) {
    return box.contains({other.min_x, other.min_y}) && box.contains({other.max_x, other.max_y});
}

/// The part of a segment within the box.
std::optional<std::pair<geo::Point, geo::Point>> stretch(geo::Point a, geo::Point b,
                                                         const geo::Box& box) {
    double from = 0;
    double to = 1;
    for (const auto& side : sides(box)) {
        const double in_a = side.inside(a);
        const double in_b = side.inside(b);
        if (in_a < 0 && in_b < 0) return std::nullopt;
        if (in_a < 0) from = std::max(from, in_a / (in_a - in_b));
        if (in_b < 0) to = std::min(to, in_a / (in_a - in_b));
    }
    if (from >= to) return std::nullopt;
    return {{from > 0 ? between(a, b, from) : a, to < 1 ? between(a, b, to) : b}};
}

} // namespace

geo::MultiPolygon clipped(const geo::MultiPolygon& shape, const geo::Box& box) {
    const auto extent = geo::extent(shape);
    if (holds(box, extent)) return shape;
    geo::MultiPolygon inside;
    if (!extent.overlaps(box)) return inside;
    for (const auto& part : shape.parts) {
        geo::Polygon polygon{cut(part.outer, box), {}};
        if (polygon.outer.size() < 3 || geo::area(polygon.outer) == 0) continue;
        for (const auto& hole : part.holes) {
            auto ring = cut(hole, box);
            if (ring.size() >= 3) polygon.holes.push_back(std::move(ring));
        }
        inside.parts.push_back(std::move(polygon));
    }
    return inside;
}

std::vector<geo::Ring> clipped(const geo::Ring& line, const geo::Box& box) {
    const auto extent = geo::extent(line);
    if (holds(box, extent)) return {line};
    std::vector<geo::Ring> pieces;
    if (!extent.grown(1e-9).overlaps(box)) return pieces;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto part = stretch(line[i - 1], line[i], box);
        if (!part) continue;
        if (!pieces.empty() && pieces.back().back() == part->first) {
            pieces.back().push_back(part->second);
        } else {
            pieces.push_back({part->first, part->second});
        }
    }
    return pieces;
}

std::vector<geo::Ring> off_edges(const geo::Ring& line, const geo::Box& box) {
    constexpr double rounding = 1e-6;
    const auto both_on = [](double a, double b, double edge) {
        return std::abs(a - edge) < rounding && std::abs(b - edge) < rounding;
    };
    std::vector<geo::Ring> pieces;
    geo::Ring piece;
    const auto end_piece = [&] {
        if (piece.size() > 1) pieces.push_back(std::move(piece));
        piece.clear();
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto a = line[i - 1];
        const auto b = line[i];
        const bool along = both_on(a.x, b.x, box.min_x) || both_on(a.x, b.x, box.max_x) ||
                           both_on(a.y, b.y, box.min_y) || both_on(a.y, b.y, box.max_y);
        if (along) {
            end_piece();
            continue;
        }
        if (piece.empty()) piece.push_back(a);
        piece.push_back(b);
    }
    end_piece();
    return pieces;
}

geo::Ring ring_of(const geo::Box& box) {
    return {{box.min_x, box.min_y},
            {box.max_x, box.min_y},
            {box.max_x, box.max_y},
            {box.min_x, box.max_y}};
}

} // namespace wardmap::geo
