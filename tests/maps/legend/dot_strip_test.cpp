// SPDX-License-Identifier: MIT
#include "maps/legend/dot_strip.h"

#include <algorithm>

#include "base/text.h"
#include "maps/sheets/category_sheet.h"
#include "maps/sheets/lint.h"
#include "paint/palette.h"
#include "style/read_style.h"
#include "support/bands.h"
#include "support/catch.h"
#include "support/study.h"

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

TEST_CASE("A style that wants it has the wards by value in the legend", "[maps]") {
    std::vector<std::string> names;
    std::vector<Cell> cells;
    for (int i = 0; i < 12; ++i) {
        names.push_back("Ward " + std::to_string(i));
        cells.push_back(i == 3 ? Cell::suppressed(0, 4) : Cell::known(2.5 * i + 0.3 * i * i));
    }
    const auto study = testing::study_of(testing::grid_of_wards(names, 4), cells);
    const paint::TextMetrics metrics;
    for (const char* const name : {"committee", "committee-landscape", "column", "tasking"}) {
        auto style = style::read_style(name);
        const auto count = [&](const char* css) {
            const auto sheet = maps::lay_out_sheet(study, study.categories[0], style, metrics);
            for (const auto& fault : maps::lint(sheet.scene, "sheet", metrics)) {
                UNSCOPED_INFO(name << ": " << fault.found);
                CHECK(fault.severity != Severity::error);
            }
            std::size_t n = 0;
            for (const auto& item : sheet.scene.items) {
                const auto* const shape = std::get_if<paint::Shape>(&item);
                n += shape != nullptr && shape->css.starts_with(css) ? 1 : 0;
            }
            return n;
        };
        CHECK(count("dot") == 0);
        style.strip = true;
        CHECK(count("dot") == 11);
        CHECK(count("strip") == study.categories[0].banding.bands.size());
    }
}
