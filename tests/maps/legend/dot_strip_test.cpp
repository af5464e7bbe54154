// SPDX-License-Identifier: MIT
#include "maps/legend/dot_strip.h"

#include <algorithm>

#include "bands/make_bands.h"
#include "paint/palette.h"
#include "support/bands.h"
#include "support/catch.h"

using namespace wardmap;
using project::Scheme;
using testing::known;
using testing::spec;

namespace {

const geo::Box box{10, 20, 60, 30};

std::vector<paint::Item> strip(const std::vector<Cell>& cells, const bands::Banding& banding) {
    return maps::strip_items(cells, banding,
                             paint::sequential_palette("Blues", banding.bands.size()), box, 6);
}

std::vector<geo::Box> boxes_of(const std::vector<paint::Item>& items, const std::string& css) {
    std::vector<geo::Box> boxes;
    for (const auto& item : items) {
        const auto* const shape = std::get_if<paint::Shape>(&item);
        if (shape == nullptr || !shape->css.starts_with(css)) continue;
        const auto& ring = shape->rings.front();
        const auto [left, right] =
            std::minmax_element(ring.begin(), ring.end(), [](auto a, auto b) { return a.x < b.x; });
        const auto [top, bottom] =
            std::minmax_element(ring.begin(), ring.end(), [](auto a, auto b) { return a.y < b.y; });
        boxes.push_back({left->x, top->y, right->x, bottom->y});
    }
    return boxes;
}

} // namespace

TEST_CASE("A strip has a segment for each band, a line at each break and a dot for each ward",
          "[maps]") {
    const auto cells = known({0, 1, 1, 2, 50, 51, 100});
    const auto banding = bands::make_bands(cells, spec(Scheme::equal, 4), 0);
    const auto items = strip(cells, banding);
    const auto segments = boxes_of(items, "strip");
    REQUIRE(segments.size() == 4);
    CHECK(segments.front().min_x == Approx(10));
    CHECK(segments[1].min_x == Approx(22.5));
    CHECK(segments.back().max_x == Approx(60));
    CHECK(boxes_of(items, "break").size() == 3);
    const auto dots = boxes_of(items, "dot");
    REQUIRE(dots.size() == 7);
    for (const auto& dot : dots) {
        CHECK(dot.min_x >= 10);
        CHECK(dot.max_x <= 60);
        CHECK(dot.min_y >= 20);
        CHECK(dot.max_y <= segments.front().min_y);
        // On its own side of every break.
        for (const auto& segment : segments) {
            CHECK((dot.max_x <= segment.min_x + 1e-9 || dot.min_x >= segment.min_x - 1e-9));
        }
    }
}

TEST_CASE("Very many wards are columns of the strip, none higher than its box", "[maps]") {
    std::vector<double> values;
    for (int i = 0; i < 5000; ++i) {
        values.push_back(i % 97);
    }
    const auto cells = known(values);
    const auto banding = bands::make_bands(cells, spec(Scheme::quantile, 5), 0);
    const auto columns = boxes_of(strip(cells, banding), "dot");
    CHECK(columns.size() < 70);
    for (const auto& column : columns) {
        CHECK(column.min_y >= 20 - 1e-9);
    }
}

TEST_CASE("A strip of equal figures has one band and one pile in the middle", "[maps]") {
    const auto cells = known({4, 4, 4});
    const auto items = strip(cells, bands::make_bands(cells, spec(Scheme::natural, 5), 0));
    CHECK(boxes_of(items, "strip").size() == 1);
    const auto dots = boxes_of(items, "dot");
    REQUIRE(dots.size() == 3);
    CHECK(dots[0].min_x == dots[2].min_x);
}
