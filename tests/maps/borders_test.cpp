// SPDX-License-Identifier: MIT
#include "maps/borders.h"

#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using testing::square;

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

} // namespace

TEST_CASE("Two squares side by side share one border and have one outline", "[maps]") {
    const auto borders = maps::borders_of({square(0, 0, 1), square(1, 0, 1)});
    REQUIRE(borders.inner.size() == 1);
    CHECK(length(borders.inner) == Approx(1));
    CHECK(length(borders.outline) == Approx(6));
}

TEST_CASE("Every edge is drawn once, whatever the number of wards", "[maps]") {
    // A 3 x 3 grid of unit squares: 12 inner edges and 12 on the outline.
    std::vector<geo::MultiPolygon> shapes;
    for (int x = 0; x < 3; ++x) {
        for (int y = 0; y < 3; ++y) {
            shapes.push_back(square(x, y, 1));
        }
    }
    const auto borders = maps::borders_of(shapes);
    CHECK(length(borders.inner) == Approx(12));
    CHECK(length(borders.outline) == Approx(12));
}

TEST_CASE("A lone ring is one closed line; no shapes give no lines", "[maps]") {
    const auto borders = maps::borders_of({square(0, 0, 1)});
    CHECK(borders.inner.empty());
    REQUIRE(borders.outline.size() == 1);
    CHECK(borders.outline[0].size() == 5);
    CHECK(borders.outline[0].front() == borders.outline[0].back());
    CHECK(maps::borders_of({}).outline.empty());
}

TEST_CASE("A hole is an outline of its own", "[maps]") {
    auto shape = square(0, 0, 3);
    shape.parts[0].holes.push_back({{1, 1}, {2, 1}, {2, 2}, {1, 2}});
    CHECK(length(maps::borders_of({shape}).outline) == Approx(16)); // 12 outside, 4 inside
    // Filled by another ward, the hole becomes an inner border.
    const auto filled = maps::borders_of({shape, square(1, 1, 1)});
    CHECK(length(filled.outline) == Approx(12));
    CHECK(length(filled.inner) == Approx(4));
}
