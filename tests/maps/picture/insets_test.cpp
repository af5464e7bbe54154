// SPDX-License-Identifier: MIT
#include "maps/picture/insets.h"

#include "geo/clip.h"
#include "geo/free_space.h"
#include "maps/ground/base_map.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using testing::square;

namespace {

/// A country of 100 x 100 km: large wards of 20 km, except the lower left, a town of 25 wards of 4
/// km; the upper right quarter is sea.
WardSet country() {
    WardSet set;
    const auto add = [&](double x, double y, double side) {
        Ward ward;
        ward.code = "W" + std::to_string(set.wards.size());
        ward.name = ward.code;
        ward.shape = square(x, y, side);
        set.wards.push_back(ward);
    };
    for (int i = 0; i < 5; ++i) {
        for (int j = 0; j < 5; ++j) {
            if (i == 0 && j == 0) continue;
            if (i < 2 || j < 2) add(i * 20000, j * 20000, 20000);
        }
    }
    for (int i = 0; i < 5; ++i) {
        for (int j = 0; j < 5; ++j) {
            add(i * 4000, j * 4000, 4000);
        }
    }
    return set;
}

maps::View view_on(const maps::BaseMap& ground, const geo::Box& box) {
    return maps::view_of(ground, maps::MapTransform(ground.extent(), box), box, false);
}

} // namespace

TEST_CASE("A town of small wards gets an inset over the empty part of the map", "[maps]") {
    const maps::BaseMap ground(country());
    const geo::Box box{10, 10, 190, 190};
    const auto view = view_on(ground, box);
    const auto insets = maps::choose_insets(view, box, {}, {});
    REQUIRE(insets.size() == 1);
    const auto& inset = insets[0];
    CHECK(inset.times >= 2);
    CHECK(inset.wards.size() >= 16); // most of the town
    CHECK(inset.window.width() * inset.times == Approx(inset.box.width()));
    for (const auto& shape : view.shapes) {
        CHECK(geo::clipped(shape, inset.plate).empty());
    }
    for (const auto ward : inset.wards) {
        const auto extent = geo::extent(view.shapes[ward]);
        CHECK(inset.window.grown(0.01).contains({extent.min_x, extent.min_y}));
        CHECK(inset.window.grown(0.01).contains({extent.max_x, extent.max_y}));
    }
}

TEST_CASE("Small wards are whole in an inset or not in it, if possible", "[maps]") {
    const maps::BaseMap ground(country());
    const geo::Box box{10, 10, 190, 190};
    const auto view = view_on(ground, box);
    const auto inset = maps::choose_insets(view, box, {}, {}).at(0);
    std::size_t cut = 0;
    for (std::size_t i = 0; i < view.shapes.size(); ++i) {
        const auto extent = geo::extent(view.shapes[i]);
        const bool small = extent.width() < 10; // 7.2 mm in the town, 36 mm around it
        const bool whole = inset.window.contains({extent.min_x, extent.min_y}) &&
                           inset.window.contains({extent.max_x, extent.max_y});
        if (small && !whole && inset.window.grown(-0.2).overlaps(extent)) ++cut;
    }
    CHECK(cut == 0);
}

TEST_CASE("There is no inset without space or need, or if none is wanted", "[maps]") {
    const maps::BaseMap ground(country());
    const geo::Box box{10, 10, 190, 190};
    const auto view = view_on(ground, box);
    CHECK(maps::choose_insets(view, box, {box}, {}).empty());
    CHECK(maps::choose_insets(view, box, {}, {0, 6}).empty());
    const maps::BaseMap large(testing::grid_of_wards({"A", "B", "C"}, 2));
    CHECK(maps::choose_insets(view_on(large, box), box, {}, {}).empty());
}

TEST_CASE("OccupancyGrid finds the free corner", "[maps]") {
    geo::OccupancyGrid room({0, 0, 100, 100});
    room.take(square(0, 0, 60));
    CHECK(room.free_share() == Approx(0.64).margin(0.02));
    const auto place = room.free().place(35, 35, 2);
    REQUIRE(place);
    CHECK_FALSE(place->grown(1.9).overlaps({0, 0, 60, 60}));
    CHECK_FALSE(room.free().place(70, 70, 0));
    CHECK_FALSE(room.free().place(101, 10, 0));
}

TEST_CASE("Shapes and lines are clipped to a box", "[maps]") {
    const geo::Box box{5, 5, 15, 20};
    CHECK(geo::area(geo::clipped(square(0, 0, 10), box)) == Approx(25));
    CHECK(geo::clipped(square(30, 0, 10), box).empty());
    CHECK(geo::clipped(square(6, 6, 2), box) == square(6, 6, 2));
    auto ring = square(0, 0, 30);
    ring.parts[0].holes.push_back({{6, 6}, {7, 6}, {7, 7}, {6, 7}});
    CHECK(geo::area(geo::clipped(ring, box)) == Approx(149));
    const auto pieces = geo::clipped({{0, 10}, {10, 10}, {10, 30}, {12, 30}, {12, 10}}, box);
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0] == geo::Ring{{5, 10}, {10, 10}, {10, 20}});
    CHECK(pieces[1] == geo::Ring{{12, 20}, {12, 10}});
}
