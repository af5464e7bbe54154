// SPDX-License-Identifier: MIT
#include "maps/sheets/category_sheet.h"
#include "words/island_notes.h"

#include <algorithm>

#include "maps/ground/base_map.h"
#include "maps/sheets/contact_sheet.h"
#include "maps/sheets/lint.h"
#include "style/read_style.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;

namespace {

/// Nine wards in a square and one 60 km to the north-east.
Study with_an_island() {
    auto wards = testing::grid_of_wards(
        {"Ash", "Birch", "Cedar", "Dale", "Elm", "Fir", "Gorse", "Holly", "Ivy", "Far Isle"});
    wards.wards[9].shape = testing::square(545000, 195000, 600);
    std::vector<Cell> cells;
    for (int i = 0; i < 10; ++i) {
        cells.push_back(Cell::known(10 + 3 * i));
    }
    auto study = testing::study_of(wards, cells);
    study.displaced_parts = wards::find_displaced_parts(study.wards);
    return study;
}

std::size_t shapes(const paint::Scene& scene, const std::string& css) {
    return static_cast<std::size_t>(
        std::count_if(scene.items.begin(), scene.items.end(), [&](const paint::Item& item) {
            const auto* const shape = std::get_if<paint::Shape>(&item);
            return shape != nullptr && shape->css == css;
        }));
}

bool says(const paint::Scene& scene, const std::string& words) {
    return std::any_of(scene.items.begin(), scene.items.end(), [&](const paint::Item& item) {
        const auto* const text = std::get_if<paint::Text>(&item);
        return text != nullptr && text->text.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("A remote island is in a box, and the sheet states its true position", "[maps]") {
    const auto study = with_an_island();
    REQUIRE(study.displaced_parts.size() == 1);
    CHECK(words::island_notes(study) ==
          std::vector<std::string>{
              "In a box: Far Isle is 60 km further north-east; moved nearer, at the same "
              "scale."});
    const paint::TextMetrics metrics;
    for (const char* const name : {"committee", "committee-landscape", "column", "tasking"}) {
        const auto style = style::read_style(name);
        const auto sheet = maps::lay_out_sheet(study, study.categories[0], style, metrics);
        CHECK(shapes(sheet.scene, "moved-frame") == 1);
        CHECK(says(sheet.scene, "In a box: Far Isle"));
        CHECK(says(sheet.scene, "Far Isle") == true);
        for (const auto& fault : maps::lint(sheet.scene, "sheet", metrics)) {
            UNSCOPED_INFO(name << ": " << fault.found);
            CHECK(fault.severity != Severity::error);
        }
        CHECK(sheet.words.description.find("In a box: Far Isle") != std::string::npos);
        for (const auto& page :
             maps::lay_out_contact_sheet({study, style, metrics, maps::BaseMap(study)})) {
            CHECK(shapes(page.scene, "moved-frame") == 1);
            CHECK(says(page.scene, "In a box: Far Isle"));
        }
    }
}

TEST_CASE("The map is larger if a remote island is moved; in place it keeps its distance",
          "[maps]") {
    auto study = with_an_island();
    const maps::BaseMap boxed(study);
    const maps::BaseMap in_place(study, maps::BaseMap::Islands::in_place);
    CHECK(boxed.extent().width() < 5000);
    CHECK(in_place.extent().width() > 40000);
    CHECK(in_place.displaced_parts().empty());
    study.categories[0].spec.map = project::MapKind::tiles; // hexagons have no true positions
    const paint::TextMetrics metrics;
    const auto sheet =
        maps::lay_out_sheet(study, study.categories[0], style::read_style("committee"), metrics);
    CHECK(shapes(sheet.scene, "moved-frame") == 0);
    CHECK_FALSE(says(sheet.scene, "In a box"));
}
