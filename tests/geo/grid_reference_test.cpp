// SPDX-License-Identifier: MIT
#include "geo/grid_reference.h"

#include "support/catch.h"

using wardmap::geo::grid_square;
using wardmap::geo::Point;

TEST_CASE("A grid reference is a square, with blanks or without", "[site]") {
    for (const auto* const text : {"TQ 760 556", "TQ760556", "tq 760556"}) {
        const auto square = grid_square(text);
        REQUIRE(square);
        CHECK(square->centre == Point{576050, 155650});
        CHECK(square->side_m == 100);
    }
    CHECK(grid_square("TQ 75")->centre == Point{575000, 155000});
    CHECK(grid_square("TQ 75")->side_m == 10000);
    CHECK(grid_square("TG 51409 13177")->centre == Point{651409.5, 313177.5});
    CHECK(grid_square("SV 00")->centre == Point{5000, 5000});
}

TEST_CASE("What is no grid reference is refused", "[site]") {
    for (const auto* const text : {"", "TQ", "TQ 760 55", "TI 760 556", "AA 11", "576050,155650"}) {
        INFO(text);
        CHECK_FALSE(grid_square(text));
    }
}
