// SPDX-License-Identifier: MIT
#include "maps/ground/districts.h"

#include "maps/ground/base_map.h"
#include "maps/labels/district_names.h"
#include "maps/sheets/category_sheet.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;

namespace {

/// 4 x 4 wards; the western half in one district, the eastern in another.
Study two_districts() {
    std::vector<std::string> names;
    std::vector<Cell> cells;
    for (int i = 0; i < 16; ++i) {
        names.push_back("Ward " + std::to_string(i));
        cells.push_back(Cell::known(i * i + 1));
    }
    auto study = testing::study_of(testing::grid_of_wards(names, 4), cells);
    for (std::size_t i = 0; i < 16; ++i) {
        study.wards.wards[i].district = i % 4 < 2 ? std::vector<std::string>{"E07000108", "Dover"}
                                                  : std::vector<std::string>{"E07000114", "Thanet"};
    }
    return study;
}

maps::View view_of(const Study& study) {
    const maps::BaseMap ground(study);
    const geo::Box box{0, 0, 100, 100};
    return maps::view_of(ground, maps::MapTransform(ground.extent(), box), box, false);
}

std::vector<std::string> texts_on(const maps::Sheet& sheet) {
    std::vector<std::string> texts;
    for (const auto& item : sheet.scene.items) {
        if (const auto* const text = std::get_if<paint::Text>(&item)) texts.push_back(text->text);
    }
    return texts;
}

} // namespace

TEST_CASE("Lines between districts are the borders of wards of different ones", "[maps]") {
    const auto study = two_districts();
    const auto districts = maps::districts_of(study.wards);
    REQUIRE(districts.are_shown());
    CHECK(districts.names == std::vector<std::string>{"Dover", "Thanet"});
    double length = 0;
    for (const auto& line : maps::district_lines(view_of(study), districts)) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            CHECK(line[i].x == Approx(50).margin(0.1)); // the middle of the map
            length += std::abs(line[i].y - line[i - 1].y);
        }
    }
    CHECK(length == Approx(100).margin(0.5));
}

TEST_CASE("Districts are not drawn if there is one, if they are unknown or of a ward or two each",
          "[maps]") {
    auto one = two_districts();
    for (auto& ward : one.wards.wards) {
        ward.district = {"E07000108", "Dover"};
    }
    CHECK_FALSE(maps::districts_of(one.wards).are_shown());
    auto unknown = two_districts();
    unknown.wards.wards[3].district.clear();
    CHECK_FALSE(maps::districts_of(unknown.wards).are_shown());
    auto many = two_districts();
    for (std::size_t i = 0; i < 16; ++i) {
        many.wards.wards[i].district = {"District " + std::to_string(i / 2)};
    }
    CHECK_FALSE(maps::districts_of(many.wards).are_shown());
}

TEST_CASE("A sheet names its districts within them, in capitals; codes are no names", "[maps]") {
    auto study = two_districts();
    const paint::TextMetrics metrics;
    const auto view = view_of(study);
    const auto names =
        maps::district_names(view, maps::districts_of(study.wards), {}, style::Style(), metrics);
    REQUIRE(names.size() == 2);
    CHECK(names[0].lines.front().text == "DOVER");
    CHECK(names[0].box.max_x < 50);
    CHECK(names[1].box.min_x > 50);
    const auto texts =
        texts_on(maps::lay_out_sheet(study, study.categories[0], style::Style(), metrics));
    CHECK(std::ranges::count(texts, "DOVER") == 1);
    CHECK(std::ranges::count(texts, "THANET") == 1);
    for (auto& ward : study.wards.wards) {
        ward.district.pop_back();
    }
    const auto unnamed =
        texts_on(maps::lay_out_sheet(study, study.categories[0], style::Style(), metrics));
    CHECK(std::ranges::count(unnamed, "E07000108") == 0);
}

TEST_CASE("A view is named after the district that fills most of it", "[maps]") {
    const auto study = two_districts();
    const auto districts = maps::districts_of(study.wards);
    CHECK(maps::main_district(view_of(study), districts).empty());
    const maps::BaseMap ground(study);
    const geo::Box box{0, 0, 50, 100};
    const auto extent = ground.extent();
    const geo::Box west{extent.min_x, extent.min_y, extent.min_x + 0.55 * extent.width(),
                        extent.max_y};
    const auto view = maps::view_of(ground, maps::MapTransform(west, box), box, true);
    CHECK(maps::main_district(view, districts) == "Dover");
}
