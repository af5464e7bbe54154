// SPDX-License-Identifier: MIT
#include "wards/displaced_parts.h"

#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;

namespace {

/// A country of 20 by 20 km in 25 wards, and one more ward of this shape.
WardSet land_and(const geo::MultiPolygon& more) {
    WardSet set;
    for (int i = 0; i < 25; ++i) {
        Ward ward;
        ward.code = "W" + std::to_string(100 + i);
        ward.name = ward.code;
        ward.shape = testing::square(300000 + 4000.0 * (i % 5), 100000 + 4000.0 * (i / 5), 4000);
        set.wards.push_back(ward);
    }
    Ward ward;
    ward.code = "W200";
    ward.name = "Far Isle";
    ward.shape = more;
    set.wards.push_back(ward);
    return set;
}

geo::MultiPolygon joined(geo::MultiPolygon a, const geo::MultiPolygon& b) {
    a.parts.insert(a.parts.end(), b.parts.begin(), b.parts.end());
    return a;
}

} // namespace

TEST_CASE("An island 800 km away is drawn near, on its own side", "[wards]") {
    const auto wards = land_and(testing::square(400000, 900000, 3000));
    const auto islands = wards::find_displaced_parts(wards);
    REQUIRE(islands.size() == 1);
    REQUIRE(islands[0].parts.size() == 1);
    CHECK(islands[0].parts[0].ward == 25);
    CHECK(islands[0].from.contains({400000, 900000}));
    CHECK(islands[0].from.width() == Approx(islands[0].to.width()));
    CHECK(islands[0].from.height() == Approx(islands[0].to.height()));
    // Beside the mainland, clear of it, to the north.
    CHECK(islands[0].to.min_y >= 120000);
    CHECK(islands[0].to.max_y < 130000);

    const auto near = wards::with_displaced_parts(wards, islands);
    const auto moved = geo::extent(near.wards[25].shape);
    CHECK(moved.width() == Approx(3000));
    CHECK(islands[0].to.contains({moved.min_x, moved.min_y}));
    CHECK(islands[0].to.contains({moved.max_x, moved.max_y}));
    for (std::size_t i = 0; i < 25; ++i) {
        CHECK(near.wards[i].shape == wards.wards[i].shape);
        CHECK_FALSE(islands[0].to.overlaps(geo::extent(near.wards[i].shape)));
    }
}

TEST_CASE("Islands stay in place if the map would hardly gain", "[wards]") {
    CHECK(wards::find_displaced_parts(land_and(testing::square(322000, 110000, 2000))).empty());
    CHECK(wards::find_displaced_parts(land_and(testing::square(320000, 110000, 2000))).empty());
    // Half the country is not an island.
    CHECK(wards::find_displaced_parts(land_and(testing::square(400000, 110000, 15000))).empty());
}

TEST_CASE("A remote part of a ward is moved, its other part stays", "[wards]") {
    const auto wards =
        land_and(joined(testing::square(320000, 100000, 2000), testing::square(380000, 60000)));
    const auto islands = wards::find_displaced_parts(wards);
    REQUIRE(islands.size() == 1);
    REQUIRE(islands[0].parts.size() == 1);
    CHECK(islands[0].parts[0].ward == 25);
    CHECK(islands[0].parts[0].part == 1);
    CHECK(wards::with_displaced_parts(wards, islands).wards[25].shape.parts[0] ==
          wards.wards[25].shape.parts[0]);
}

TEST_CASE("Islands near each other share a box, others have their own", "[wards]") {
    const auto pair =
        joined(testing::square(380000, 100000, 1000), testing::square(381400, 100000, 1000));
    CHECK(wards::find_displaced_parts(land_and(pair)).size() == 1);
    const auto apart =
        joined(testing::square(380000, 100000, 1000), testing::square(300000, 20000, 1000));
    const auto islands = wards::find_displaced_parts(land_and(apart));
    REQUIRE(islands.size() == 2);
    CHECK_FALSE(islands[0].to.overlaps(islands[1].to));
}

TEST_CASE("One ward, or a single point of land, has no remote islands", "[wards]") {
    WardSet one;
    CHECK(wards::find_displaced_parts(one).empty());
    one.wards.push_back({});
    one.wards[0].shape = testing::square(0, 0);
    CHECK(wards::find_displaced_parts(one).empty());
}
