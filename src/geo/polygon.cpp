// SPDX-License-Identifier: MIT
#include "geo/polygon.h"

#include <cmath>

namespace wardmap::geo {
namespace {

bool crosses_to_the_right(const Ring& ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[i];
        const Point b = ring[j];
        if ((a.y > p.y) == (b.y > p.y)) continue;
        if (p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

} // namespace

Box extent(const Ring& ring) {
    Box box;
    for (const Point p : ring) {
        box.add(p);
    }
    return box;
}

Box extent(const MultiPolygon& shape) {
    Box box;
    for (const auto& part : shape.parts) {
        box.add(extent(part.outer));
    }
    return box;
}

double area(const Ring& ring) {
    if (ring.size() < 3) return 0;
    const Point origin = ring.front();
    double twice = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        twice += (ring[j].x - origin.x) * (ring[i].y - origin.y) -
                 (ring[i].x - origin.x) * (ring[j].y - origin.y);
    }
    return std::abs(twice) / 2;
}

namespace {

/// First moments of a ring's area about `origin`, and the area; both at least 0 for either winding.
struct Moments {
    double area = 0;
    double x = 0;
    double y = 0;
};

Moments moments(const Ring& ring, Point origin) {
    Moments sum;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a{ring[j].x - origin.x, ring[j].y - origin.y};
        const Point b{ring[i].x - origin.x, ring[i].y - origin.y};
        const double cross = a.x * b.y - b.x * a.y;
        sum.area += cross / 2;
        sum.x += (a.x + b.x) * cross / 6;
        sum.y += (a.y + b.y) * cross / 6;
    }
    const double sign = sum.area < 0 ? -1 : 1;
    return {sign * sum.area, sign * sum.x, sign * sum.y};
}

} // namespace

Point centroid(const MultiPolygon& shape) {
    const Point origin = shape.parts.front().outer.front();
    Moments all;
    const auto add = [&](const Ring& ring, double sign) {
        const auto m = moments(ring, origin);
        all.area += sign * m.area;
        all.x += sign * m.x;
        all.y += sign * m.y;
    };
    for (const auto& part : shape.parts) {
        add(part.outer, 1);
        for (const auto& hole : part.holes) {
            add(hole, -1);
        }
    }
    return {origin.x + all.x / all.area, origin.y + all.y / all.area};
}

double area(const Polygon& polygon) {
    double sum = area(polygon.outer);
    for (const auto& hole : polygon.holes) {
        sum -= area(hole);
    }
    return sum;
}

double area(const MultiPolygon& shape) {
    double sum = 0;
    for (const auto& part : shape.parts) {
        sum += area(part);
    }
    return sum;
}

bool contains(const Polygon& polygon, Point p) {
    bool inside = crosses_to_the_right(polygon.outer, p);
    for (const auto& hole : polygon.holes) {
        if (crosses_to_the_right(hole, p)) inside = !inside;
    }
    return inside;
}

bool contains(const MultiPolygon& shape, Point p) {
    return std::any_of(shape.parts.begin(), shape.parts.end(),
                       [p](const Polygon& part) { return contains(part, p); });
}

} // namespace wardmap::geo
