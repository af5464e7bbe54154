// SPDX-License-Identifier: MIT
#include "maps/legend/histogram.h"

#include <algorithm>

#include "bands/make_bands.h"
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

const geo::Box box{10, 20, 60, 35};
const paint::TextMetrics metrics;

maps::LegendHistogram histogram_of(const std::vector<double>& values, Scheme scheme, int bands) {
    const auto cells = known(values);
    auto banding = bands::make_bands(cells, spec(scheme, bands), 0);
    const auto n = banding.bands.size();
    return {cells, std::move(banding), paint::sequential_palette("Blues", n), std::nullopt, ""};
}

std::vector<geo::Box> columns_in(const std::vector<paint::Item>& items, const std::string& css) {
    std::vector<geo::Box> boxes;
    for (const auto& item : items) {
        const auto* const shape = std::get_if<paint::Shape>(&item);
        if (shape != nullptr && shape->css.starts_with(css)) {
            boxes.push_back(geo::extent(shape->rings.front()));
        }
    }
    return boxes;
}

std::vector<std::string> texts_in(const std::vector<paint::Item>& items) {
    std::vector<std::string> texts;
    for (const auto& item : items) {
        if (const auto* const text = std::get_if<paint::Text>(&item)) texts.push_back(text->text);
    }
    return texts;
}

double area_of(const std::vector<geo::Box>& boxes) {
    double area = 0;
    for (const auto& one : boxes) {
        area += one.width() * one.height();
    }
    return area;
}

} // namespace

TEST_CASE("The columns of a histogram are within their bands, and their areas are proportional to "
          "the wards",
          "[maps]") {
    // 30 wards in the lowest quarter, 10 in the highest, none between.
    std::vector<double> values{0, 100};
    for (int i = 0; i < 29; ++i) {
        values.push_back(2 + i % 20);
    }
    for (int i = 0; i < 9; ++i) {
        values.push_back(80 + i);
    }
    const auto items =
        maps::histogram_items(histogram_of(values, Scheme::equal, 4), box, 7, metrics);
    const auto low = columns_in(items, "histogram band-1");
    const auto high = columns_in(items, "histogram band-4");
    CHECK(columns_in(items, "histogram").size() == low.size() + high.size());
    for (const auto& column : low) {
        CHECK(column.min_x >= 10);
        CHECK(column.max_x <= 22.5);
        CHECK(column.min_y >= 20 - 1e-9);
    }
    for (const auto& column : high) {
        CHECK(column.min_x >= 47.5);
        CHECK(column.max_x <= 60);
    }
    CHECK(area_of(low) / area_of(high) == Approx(3).epsilon(0.05));
}

TEST_CASE("A histogram prints its ends and breaks, and the figure of the whole area", "[maps]") {
    auto histogram = histogram_of({0, 1, 5, 26, 40, 52, 77, 100}, Scheme::equal, 4);
    histogram.area = 40;
    histogram.area_words = "Maidstone: 40";
    const auto items = maps::histogram_items(histogram, box, 6, metrics);
    const auto texts = texts_in(items);
    for (const char* const expected : {"0", "25", "50", "75", "100", "Maidstone: 40"}) {
        INFO(expected);
        CHECK(std::ranges::count(texts, expected) == 1);
    }
    const auto line = columns_in(items, "area");
    REQUIRE(line.size() == 1);
    CHECK(line.front().min_x == Approx(30));
}

TEST_CASE("Figures below a histogram never touch", "[maps]") {
    auto histogram = histogram_of({0, 1, 2, 3, 4, 5, 1000000}, Scheme::quantile, 5);
    const auto items = maps::histogram_items(histogram, box, 8, metrics);
    std::vector<geo::Box> taken;
    for (const auto& item : items) {
        const auto* const text = std::get_if<paint::Text>(&item);
        if (text == nullptr) continue;
        const double width = metrics.measure(text->text, text->font).width_mm;
        const geo::Box here{text->at.x, 0, text->at.x + width, 1};
        CHECK(here.max_x <= 60 + 1e-9);
        for (const auto& other : taken) {
            CHECK_FALSE(here.overlaps(other));
        }
        taken.push_back(here);
    }
    CHECK(taken.size() >= 2);
}

TEST_CASE("A legend has a histogram from fifteen figures on, if the style has one", "[maps]") {
    const auto columns_on_sheet = [](int wards, const char* style_name, bool wanted) {
        std::vector<std::string> names;
        std::vector<Cell> cells;
        for (int i = 0; i < wards; ++i) {
            names.push_back("Ward " + std::to_string(i));
            cells.push_back(Cell::known(2.5 * i + 0.3 * i * i));
        }
        const auto study = testing::study_of(testing::grid_of_wards(names, 4), cells);
        auto style = style::read_style(style_name);
        style.histogram = style.histogram && wanted;
        const auto sheet = maps::lay_out_sheet(study, study.categories[0], style, metrics);
        for (const auto& fault : maps::lint(sheet.scene, "sheet", metrics)) {
            UNSCOPED_INFO(style_name << ": " << fault.found);
            CHECK(fault.severity != Severity::error);
        }
        return columns_in(sheet.scene.items, "histogram").size();
    };
    CHECK(columns_on_sheet(15, "committee", true) > 3);
    CHECK(columns_on_sheet(14, "committee", true) == 0);
    CHECK(columns_on_sheet(15, "committee", false) == 0);
    CHECK(columns_on_sheet(15, "committee-landscape", true) > 3);
    CHECK(columns_on_sheet(15, "column", true) == 0);
    CHECK(columns_on_sheet(15, "tasking", true) == 0);
}
