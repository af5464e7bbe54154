// SPDX-License-Identifier: MIT
#include "maps/context.h"

#include "support/catch.h"

using namespace wardmap;

namespace {

maps::View view() {
    const geo::Box ground{0, 0, 1000, 1000};
    const geo::Box sheet{0, 0, 100, 100};
    return {sheet, false, maps::Frame(ground, sheet), {}, {}, {}};
}

geo::MultiPolygon square(double x, double y, double side) {
    return {{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}};
}

} // namespace

TEST_CASE("neighbouring areas are cut at the map's box, and those outside are not drawn",
          "[context]") {
    const auto items = maps::context_areas(view(), {square(-500, 0, 1000), square(2000, 0, 10)});
    REQUIRE(items.size() == 1);
    const auto& shape = std::get<paint::Shape>(items.front());
    geo::Box box;
    for (const auto& ring : shape.rings) {
        box.add(geo::extent(ring));
    }
    CHECK(box.min_x == 0);
    CHECK(box.max_x == 50);
    REQUIRE(shape.fill);
    CHECK(shape.fill->r == shape.fill->g);
    CHECK(shape.fill->g == shape.fill->b);
}

TEST_CASE("a river is drawn within the map's box only and stays open", "[context]") {
    const auto items = maps::context_lines(
        view(), {{{-500, 500}, {1500, 500}}, {{-5, 2000}, {5, 2000}}}, {paint::black, 0.8, {}});
    REQUIRE(items.size() == 1);
    const auto& shape = std::get<paint::Shape>(items.front());
    CHECK_FALSE(shape.closed);
    REQUIRE(shape.rings.size() == 1);
    const auto box = geo::extent(shape.rings.front());
    CHECK(box.min_x == 0);
    CHECK(box.max_x == 100);
}
