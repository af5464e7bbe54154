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
    CHECK(grid_square("SV 00")->centre == Point{5000, 5000});
}

TEST_CASE("Grid references of published places have their published coordinates", "[site]") {
    // Ordnance Survey, A guide to coordinate systems in Great Britain, annexe C: Caister water
    // tower, E 651409.903 N 313177.270.
    const auto caister = grid_square("TG 51409 13177");
    CHECK(caister->centre == Point{651409.5, 313177.5});
    CHECK(caister->side_m == 1);
    // Wikipedia, Ordnance Survey National Grid: the summit of Ben Nevis, NN 166 712, is 216600
    // 771200; Sullom Voe oil terminal, HU396753, is 439600 1175300.
    CHECK(grid_square("NN 166 712")->centre == Point{216650, 771250});
    CHECK(grid_square("HU396753")->centre == Point{439650, 1175350});
}

TEST_CASE("Text that is not a grid reference is refused", "[site]") {
    for (const auto* const text : {"", "TQ", "TQ 760 55", "TI 760 556", "AA 11", "576050,155650",
                                   "TQ 760 55x", "TQ 760556 760556"}) {
        INFO(text);
        CHECK_FALSE(grid_square(text));
    }
}
