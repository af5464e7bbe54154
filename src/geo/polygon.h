// SPDX-License-Identifier: MIT
// Points and polygons as plain values. Coordinates are in the units of the CRS that the owner
// names: metres of British National Grid inside Wardmap, millimetres from the top left on a sheet.
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

namespace wardmap::geo {

struct Point {
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

/// An axis-parallel box; a default one is empty and grows by `add`.
struct Box {
    double min_x = std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return !(min_x <= max_x && min_y <= max_y); }
    [[nodiscard]] double width() const { return empty() ? 0 : max_x - min_x; }
    [[nodiscard]] double height() const { return empty() ? 0 : max_y - min_y; }
    [[nodiscard]] Point centre() const { return {(min_x + max_x) / 2, (min_y + max_y) / 2}; }
    [[nodiscard]] bool contains(Point p) const {
        return p.x >= min_x && p.x <= max_x && p.y >= min_y && p.y <= max_y;
    }
    /// Boxes that only touch do not overlap.
    [[nodiscard]] bool overlaps(const Box& other) const {
        return min_x < other.max_x && other.min_x < max_x && min_y < other.max_y &&
               other.min_y < max_y;
    }
    void add(Point p) {
        min_x = std::min(min_x, p.x);
        min_y = std::min(min_y, p.y);
        max_x = std::max(max_x, p.x);
        max_y = std::max(max_y, p.y);
    }
    void add(const Box& other) {
        if (other.empty()) return;
        add(Point{other.min_x, other.min_y});
        add(Point{other.max_x, other.max_y});
    }
    [[nodiscard]] Box grown(double by) const {
        return {min_x - by, min_y - by, max_x + by, max_y + by};
    }

    bool operator==(const Box&) const = default;
};

/// A closed ring; the last point is not a repetition of the first. At least three points.
using Ring = std::vector<Point>;

/// One outer ring and its holes. Orientation is ignored: fill by the even-odd rule.
struct Polygon {
    Ring outer;
    std::vector<Ring> holes;

    bool operator==(const Polygon&) const = default;
};

/// A ward may have several parts (islands, detached parts).
struct MultiPolygon {
    std::vector<Polygon> parts;

    [[nodiscard]] bool empty() const { return parts.empty(); }
    bool operator==(const MultiPolygon&) const = default;
};

[[nodiscard]] Box extent(const Ring& ring);
[[nodiscard]] Box extent(const MultiPolygon& shape);

/// Area of a ring in squared units, positive whatever its orientation (shoelace formula,
/// on coordinates relative to the first point so that large eastings lose no digits).
[[nodiscard]] double area(const Ring& ring);
/// Outer rings minus holes.
[[nodiscard]] double area(const Polygon& polygon);
/// Centre of mass of all parts, holes taken out. Precondition: area above 0.
[[nodiscard]] Point centroid(const MultiPolygon& shape);

[[nodiscard]] double area(const MultiPolygon& shape);

/// Whether a point is inside by the even-odd rule; a point on the border may fall on either side.
[[nodiscard]] bool contains(const Polygon& polygon, Point p);
[[nodiscard]] bool contains(const MultiPolygon& shape, Point p);

} // namespace wardmap::geo
