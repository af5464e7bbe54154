// SPDX-License-Identifier: MIT
#include "geo/polygon.h"

#include "support/catch.h"

using namespace wardmap::geo;

TEST_CASE("Area excludes holes and ignores orientation", "[geo]") {
    const Polygon ring{{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{{1, 1}, {1, 2}, {2, 2}, {2, 1}}}};
    CHECK(area(ring) == 15);
    CHECK(area(Ring{{0, 0}, {0, 1}, {1, 1}, {1, 0}}) == 1);
    CHECK(area(Ring{{0, 0}, {1, 1}}) == 0);
    // Large eastings lose no digits.
    CHECK(area(Ring{{5e8, 1e8}, {5e8 + 1, 1e8}, {5e8 + 1, 1e8 + 1}, {5e8, 1e8 + 1}}) == 1);
}

TEST_CASE("A point in a hole is outside", "[geo]") {
    const MultiPolygon shape{
        {{{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{{1, 1}, {1, 3}, {3, 3}, {3, 1}}}}}};
    CHECK(contains(shape, {0.5, 0.5}));
    CHECK_FALSE(contains(shape, {2, 2}));
    CHECK_FALSE(contains(shape, {5, 2}));
}

TEST_CASE("Boxes that only touch do not overlap, and an empty box has no size", "[geo]") {
    const Box a{0, 0, 1, 1};
    CHECK_FALSE(a.overlaps({1, 0, 2, 1}));
    CHECK(a.overlaps({0.5, 0.5, 2, 2}));
    CHECK(Box{}.empty());
    CHECK(Box{}.width() == 0);
}
