// SPDX-License-Identifier: MIT
#include "geo/pole_of_inaccessibility.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <queue>

#include "base/interrupt.h"

namespace wardmap::geo {
namespace {

double distance_to_segment(geo::Point p, geo::Point a, geo::Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double t =
        length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

double distance_to_ring(geo::Point p, const geo::Ring& ring) {
    double least = HUGE_VAL;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        least = std::min(least, distance_to_segment(p, ring[j], ring[i]));
    }
    return least;
}

/// A square cell: no point in it is deeper than the depth of its centre plus half its diagonal.
struct Square {
    geo::Point centre;
    double half = 0;
    double at_centre = 0;
    [[nodiscard]] double bound() const { return at_centre + half * std::numbers::sqrt2; }
    bool operator<(const Square& other) const {
        if (bound() != other.bound()) return bound() < other.bound();
        if (centre.x != other.centre.x) return centre.x < other.centre.x;
        return centre.y < other.centre.y;
    }
};

} // namespace

double depth_in(const geo::Polygon& polygon, geo::Point p) {
    double least = distance_to_ring(p, polygon.outer);
    for (const auto& hole : polygon.holes) {
        least = std::min(least, distance_to_ring(p, hole));
    }
    return geo::contains(polygon, p) ? least : -least;
}

const geo::Polygon& largest_part(const geo::MultiPolygon& shape) {
    return *std::max_element(
        shape.parts.begin(), shape.parts.end(),
        [](const geo::Polygon& a, const geo::Polygon& b) { return geo::area(a) < geo::area(b); });
}

Pole pole_of_inaccessibility(const geo::MultiPolygon& shape, double tolerance) {
    const auto& part = largest_part(shape);
    const auto box = extent(part.outer);
    const auto square = [&](geo::Point centre, double half) {
        return Square{centre, half, depth_in(part, centre)};
    };
    std::priority_queue<Square> waiting;
    const double side = std::max(std::min(box.width(), box.height()), tolerance);
    for (double x = box.min_x; x < box.max_x; x += side) {
        for (double y = box.min_y; y < box.max_y; y += side) {
            waiting.push(square({x + side / 2, y + side / 2}, side / 2));
        }
    }
    Pole best{box.centre(), depth_in(part, box.centre())};
    while (!waiting.empty()) {
        stop_if_interrupted();
        const auto cell = waiting.top();
        waiting.pop();
        if (cell.at_centre > best.distance) best = {cell.centre, cell.at_centre};
        if (cell.bound() - best.distance <= tolerance) break;
        for (const double dx : {-0.5, 0.5}) {
            for (const double dy : {-0.5, 0.5}) {
                waiting.push(
                    square({cell.centre.x + dx * cell.half, cell.centre.y + dy * cell.half},
                           cell.half / 2));
            }
        }
    }
    return best;
}

} // namespace wardmap::geo
