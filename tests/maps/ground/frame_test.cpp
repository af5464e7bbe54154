// SPDX-License-Identifier: MIT
#include "maps/ground/map_transform.h"

#include "maps/symbols/scale_bar.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;

TEST_CASE("The extent is fitted at one scale, centred, north up", "[maps]") {
    const maps::MapTransform frame({1000, 2000, 3000, 3000}, {10, 10, 110, 110});
    CHECK(frame.mm_per_m() == Approx(0.05)); // 2 km on 100 mm
    const auto middle = frame.to_sheet(geo::Point{2000, 2500});
    CHECK(middle.x == Approx(60));
    CHECK(middle.y == Approx(60));
    CHECK(frame.to_sheet(geo::Point{2000, 3000}).y < middle.y);
}

TEST_CASE("Points that coincide on paper are merged, and vanishing rings are removed", "[maps]") {
    const maps::MapTransform frame({0, 0, 100000, 100000}, {0, 0, 100, 100});
    auto shape = testing::square(0, 0, 50000);
    shape.parts[0].outer.insert(shape.parts[0].outer.begin() + 1, geo::Point{1, 0}); // 0.001 mm
    shape.parts.push_back(testing::square(90000, 90000, 1).parts[0]);
    const auto drawn = frame.to_sheet(shape);
    REQUIRE(drawn.parts.size() == 1);
    CHECK(drawn.parts[0].outer.size() == 4);
}

TEST_CASE("The scale bar is a round length that fits", "[maps]") {
    CHECK(maps::scale_bar_length_m(0.01, 40) == 2000);  // 4 km fit
    CHECK(maps::scale_bar_length_m(0.008, 40) == 5000); // 5 km fit exactly
    CHECK(maps::scale_bar_length_m(1, 40) == 20);
    CHECK(maps::distance_text(5000) == "5 km");
    CHECK(maps::distance_text(500) == "500 m");
}
