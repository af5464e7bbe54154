// SPDX-License-Identifier: MIT
#include "maps/symbols/circles.h"

#include <cmath>
#include <numbers>

#include "maps/sheets/category_sheet.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/study.h"
#include "words/alt_text.h"
#include "words/foot_lines.h"

using namespace wardmap;
using testing::grid_of_wards;
using testing::study_of;

namespace {

Study counts(const std::vector<Cell>& cells) {
    auto study = study_of(grid_of_wards({"A", "B", "C", "D"}, 2), cells, 0);
    study.categories[0].spec.measure = project::MeasureKind::count;
    study.categories[0].spec.map = project::MapKind::circles;
    return study;
}

} // namespace

TEST_CASE("Circles' areas are proportional to the counts", "[maps]") {
    const auto study =
        counts({Cell::known(100), Cell::known(400), Cell::known(0), Cell::missing()});
    const auto scale = maps::circle_scale(study.categories[0], 180);
    CHECK(maps::radius_of(scale, 400) == Approx(2 * maps::radius_of(scale, 100)));
    CHECK(maps::radius_of(scale, 400) <= 0.06 * 180 + 1e-9);
    CHECK(maps::radius_of(scale, 0) == 0);
    CHECK(
        maps::circle_scale(
            counts({Cell::known(0), Cell::known(0), Cell::known(0), Cell::known(0)}).categories[0],
            180)
            .unit_mm == 0);
}

TEST_CASE("The legend of circles has round values", "[maps]") {
    const auto study =
        counts({Cell::known(853), Cell::known(400), Cell::known(3), Cell::missing()});
    const auto rows =
        maps::circle_rows(study.categories[0], maps::circle_scale(study.categories[0], 180));
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].value == "500");
    CHECK(rows[1].value == "100");
    CHECK(rows[2].value == "20");
    CHECK(rows[0].radius_mm == Approx(5 * rows[2].radius_mm));
}

TEST_CASE("A map of circles has one for each known count above zero, largest first", "[maps]") {
    const auto study =
        counts({Cell::known(100), Cell::known(400), Cell::known(0), Cell::missing()});
    const auto sheet = maps::lay_out_sheet(study, study.categories[0], {}, paint::TextMetrics());
    std::vector<double> widths;
    bool in_map = false;
    for (const auto& item : sheet.scene.items) {
        if (std::holds_alternative<paint::FigureBegin>(item)) in_map = true;
        if (std::holds_alternative<paint::FigureEnd>(item)) in_map = false;
        const auto* const shape = std::get_if<paint::Shape>(&item);
        if (!in_map || shape == nullptr || shape->css != "circle") continue;
        widths.push_back(geo::extent(shape->rings[0]).width());
        const bool first = widths.size() == 1;
        CHECK(shape->id == (first ? "circle-W02" : "circle-W01"));
        CHECK(shape->title.starts_with(study.wards.wards[first ? 1 : 0].name +
                                       (first ? ": 400" : ": 100")));
    }
    REQUIRE(widths.size() == 2);
    CHECK(widths[0] == Approx(2 * widths[1]));
    CHECK(sheet.words.alt.starts_with("Map of 4 wards with circles as large as"));
}

TEST_CASE("The alt text of shaded counts mentions circles once", "[maps]") {
    auto study = counts({Cell::known(1), Cell::known(2), Cell::known(3), Cell::known(4)});
    CHECK(maps::advice_on_counts(study).empty());
    study.categories[0].spec.map = project::MapKind::shaded;
    study.categories.push_back(study.categories[0]);
    CHECK(maps::advice_on_counts(study).size() == 1);
}

TEST_CASE("The description of circles names them from the largest, and no bands", "[maps]") {
    const auto study =
        counts({Cell::known(100), Cell::known(400), Cell::known(0), Cell::suppressed(0, 4)});
    const auto text = words::words_of(study, study.categories[0]).description;
    INFO(text);
    CHECK(text.find("Circles, from the largest: B (400) and A (100).\n"
                    "No circle, for a count of 0: C.\nWithheld: D.\n") != std::string::npos);
    for (const auto& band : study.categories[0].banding.bands) {
        CHECK(text.find("\n" + band.range + ": ") == std::string::npos);
    }
    CHECK(text.find("band") == std::string::npos);
}

TEST_CASE("Circles with hotspot readings explain how these were found", "[maps]") {
    auto study = counts({Cell::known(100), Cell::known(4), Cell::known(3), Cell::known(2)});
    auto& category = study.categories[0];
    category.hotspots.emplace();
    category.hotspots->around_tests = 4;
    category.hotspots->why_not = hotspots::WhyNot::count;
    const auto lines = words::foot_lines(study, category);
    REQUIRE(lines.size() > 2);
    CHECK(lines[1].starts_with("The area of a circle is proportional to the count. Tests: "));
    for (const char* const words : {"counts have no denominator", "local G without the ward itself",
                                    "level 5%", "correction: "}) {
        CHECK(lines[1].find(words) != std::string::npos);
    }
}
