// SPDX-License-Identifier: MIT
#include "wards/topology.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "geo/operations.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using testing::square;
using wards::simplified;
using wards::topology_of;

namespace {

double length(const std::vector<geo::Ring>& lines) {
    double sum = 0;
    for (const auto& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        }
    }
    return sum;
}

wards::Outlines as_they_are(const std::vector<geo::MultiPolygon>& shapes) {
    return simplified(topology_of(shapes), 0, 0);
}

std::size_t points(const std::vector<geo::MultiPolygon>& shapes) {
    std::size_t n = 0;
    for (const auto& shape : shapes) {
        for (const auto& part : shape.parts) {
            n += part.outer.size();
        }
    }
    return n;
}

/// A grid of squares of 1 km with borders that vary by up to 20 m every 10 m.
std::vector<geo::MultiPolygon> crooked_squares(int side) {
    std::mt19937 random(5);
    // Less near the corners, so that borders do not cross.
    const auto wander = [&](int k) {
        return (static_cast<double>(random() % 41) - 20) *
               std::min({1.0, k * 0.2, (100 - k) * 0.2});
    };
    const auto n = static_cast<std::size_t>(side);
    // Lines from corner to corner, to the right and down, drawn once for both sides.
    std::vector<std::vector<geo::Ring>> across(n + 1, std::vector<geo::Ring>(n));
    auto down = across;
    for (std::size_t i = 0; i <= n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            for (int k = 0; k < 100; ++k) {
                const double at = static_cast<double>(j) * 1000 + k * 10;
                const double off = static_cast<double>(i) * 1000 + wander(k);
                across[i][j].push_back({at, off});
                down[i][j].push_back({off, at});
            }
        }
    }
    std::vector<geo::MultiPolygon> shapes;
    for (std::size_t row = 0; row < n; ++row) {
        for (std::size_t col = 0; col < n; ++col) {
            const double x = static_cast<double>(col) * 1000;
            const double y = static_cast<double>(row) * 1000;
            geo::Ring ring = across[row][col];
            ring.insert(ring.end(), down[col + 1][row].begin(), down[col + 1][row].end());
            ring.push_back({x + 1000, y + 1000});
            ring.insert(ring.end(), across[row + 1][col].rbegin(), across[row + 1][col].rend());
            ring.insert(ring.end(), down[col][row].rbegin(), down[col][row].rend() - 1);
            shapes.push_back({{geo::Polygon{ring, {}}}});
        }
    }
    return shapes;
}

} // namespace

TEST_CASE("Two squares side by side share one border and have one outline", "[wards]") {
    const auto borders = as_they_are({square(0, 0, 1), square(1, 0, 1)});
    REQUIRE(borders.inner.size() == 1);
    CHECK(length(borders.inner) == Approx(1));
    CHECK(length(borders.outside) == Approx(6));
}

TEST_CASE("Every edge is drawn once, whatever the number of wards", "[wards]") {
    // A 3 x 3 grid of unit squares: 12 inner edges and 12 on the outline.
    std::vector<geo::MultiPolygon> shapes;
    for (int x = 0; x < 3; ++x) {
        for (int y = 0; y < 3; ++y) {
            shapes.push_back(square(x, y, 1));
        }
    }
    const auto borders = as_they_are(shapes);
    CHECK(length(borders.inner) == Approx(12));
    CHECK(length(borders.outside) == Approx(12));
    // Each inner edge knows the squares on its sides: they are neighbours in the grid.
    REQUIRE(borders.sides.size() == borders.inner.size());
    for (const auto& [a, b] : borders.sides) {
        CHECK((b - a == 1 || b - a == 3));
    }
}

TEST_CASE("A lone ring is one closed line; no shapes give no lines", "[wards]") {
    const auto borders = as_they_are({square(0, 0, 1)});
    CHECK(borders.inner.empty());
    REQUIRE(borders.outside.size() == 1);
    CHECK(borders.outside[0].size() == 5);
    CHECK(borders.outside[0].front() == borders.outside[0].back());
    CHECK(as_they_are({}).outside.empty());
}

TEST_CASE("A hole has its own outline", "[wards]") {
    auto shape = square(0, 0, 3);
    shape.parts[0].holes.push_back({{1, 1}, {2, 1}, {2, 2}, {1, 2}});
    CHECK(length(as_they_are({shape}).outside) == Approx(16)); // 12 outside, 4 inside
    // Filled by another ward, the hole becomes an inner border.
    const auto filled = as_they_are({shape, square(1, 1, 1)});
    CHECK(length(filled.outside) == Approx(12));
    CHECK(length(filled.inner) == Approx(4));
}

TEST_CASE("With no tolerance every ward is unchanged", "[wards]") {
    const auto shapes = crooked_squares(3);
    const auto same = as_they_are(shapes);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        CHECK(geo::area(same.shapes[i]) == Approx(geo::area(shapes[i])));
    }
}

TEST_CASE("Simplified wards have neither gaps nor overlaps, and few points", "[wards]") {
    const auto shapes = crooked_squares(5);
    const auto simple = simplified(topology_of(shapes), 15, 50);
    CHECK(points(simple.shapes) * 2 < points(shapes));
    double sum = 0;
    for (const auto& shape : simple.shapes) {
        CHECK_FALSE(geo::invalidity(shape));
        sum += geo::area(shape);
    }
    CHECK(sum == Approx(geo::area(geo::united(simple.shapes))));
    CHECK(geo::united(simple.shapes).parts.size() == 1);
    CHECK(geo::united(simple.shapes).parts[0].holes.empty());
    CHECK(simple.inner.size() == 40);
    CHECK(simple.outside.size() == 20 - 4); // at the corners of the whole nothing meets
}

TEST_CASE("However coarse the tolerance, every ward keeps an area", "[wards]") {
    auto shapes = crooked_squares(3);
    shapes.push_back(square(9000, 9000, 1)); // an island ward of one metre
    const auto simple = simplified(topology_of(shapes), 1e6, 1e6);
    for (const auto& shape : simple.shapes) {
        REQUIRE_FALSE(shape.empty());
        CHECK(shape.parts[0].outer.size() >= 3);
        CHECK(geo::area(shape) > 0);
    }
}

TEST_CASE("Islets are removed if the ward has more; a ward within another stays in its hole",
          "[wards]") {
    auto shape = square(0, 0, 1000);
    shape.parts.push_back(square(2000, 0, 5).parts[0]);
    shape.parts.push_back(square(3000, 0, 50).parts[0]);
    shape.parts[0].holes.push_back({{500, 500}, {505, 500}, {505, 505}, {500, 505}});
    shape.parts[0].holes.push_back({{100, 100}, {105, 100}, {105, 105}, {100, 105}});
    const auto simple = simplified(topology_of({shape, square(500, 500, 5)}), 1, 10);
    REQUIRE(simple.shapes[0].parts.size() == 2);
    CHECK(simple.shapes[0].parts[0].holes.size() == 1); // that of the other ward
    CHECK(geo::area(simple.shapes[1]) == Approx(25));
    CHECK(length(simple.inner) == Approx(20));
}
