// SPDX-License-Identifier: MIT
#include "maps/sheets/periods_sheet.h"

#include <set>

#include "base/error.h"
#include "maps/ground/base_map.h"
#include "maps/sheets/lint.h"
#include "maps/symbols/fills.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using testing::grid_of_wards;
using testing::study_of;

namespace {

/// Counts of four wards in a number of months, with suppressed and missing ones in the second.
Study by_month(std::size_t months) {
    std::vector<Cell> whole(4, Cell::known(1));
    auto study = study_of(grid_of_wards({"A", "B", "C", "D"}, 2), whole, 0);
    auto& series = study.categories[0];
    series.spec.measure = project::MeasureKind::count;
    series.spec.origin = project::FromTables{"month", 0};
    series.spec.period.clear();
    for (std::size_t i = 0; i < months; ++i) {
        const auto n = static_cast<double>(i);
        std::vector<Cell> cells = {Cell::known(1 + n), Cell::known(400), Cell::known(12),
                                   Cell::known(40 - n)};
        if (i == 1) cells[2] = Cell::suppressed(1, 30);
        if (i == 1) cells[3] = Cell::missing();
        series.steps.push_back(
            {(i < 9 ? "2014-0" : "2014-") + std::to_string(i + 1), std::move(cells), {}});
    }
    return study;
}

std::vector<maps::Sheet> sheets_of(const Study& study, const style::Style& style = {}) {
    const auto sets = period_sets(study);
    REQUIRE(sets.size() == 1);
    return maps::lay_out_periods({study, style, paint::TextMetrics(), maps::BaseMap(study)},
                                 sets[0]);
}

std::vector<paint::Shape> shapes_of(const maps::Sheet& sheet, const std::string& css) {
    std::vector<paint::Shape> shapes;
    for (const auto& item : sheet.scene.items) {
        const auto* const shape = std::get_if<paint::Shape>(&item);
        if (shape != nullptr && shape->css.starts_with(css)) shapes.push_back(*shape);
    }
    return shapes;
}

std::vector<std::string> figures_of(const maps::Sheet& sheet) {
    std::vector<std::string> alts;
    for (const auto& item : sheet.scene.items) {
        if (const auto* const figure = std::get_if<paint::FigureBegin>(&item)) {
            alts.push_back(figure->alt);
        }
    }
    return alts;
}

std::size_t times_shown(const maps::Sheet& sheet, const std::string& words) {
    std::size_t n = 0;
    for (const auto& item : sheet.scene.items) {
        const auto* const text = std::get_if<paint::Text>(&item);
        if (text != nullptr && text->text == words) ++n;
    }
    return n;
}

bool holds(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("Each period is one map, headed by its name and the whole area's value", "[maps]") {
    const auto sheets = sheets_of(by_month(11));
    REQUIRE(sheets.size() == 1);
    const auto& sheet = sheets[0];
    const auto alts = figures_of(sheet);
    REQUIRE(alts.size() == 11);
    CHECK(holds(alts[0], "January 2014"));
    CHECK(holds(alts[0], "highest: B (400)"));
    CHECK(holds(alts[10], "November 2014"));
    CHECK(sheet.scene.title == "Anti-social behaviour");
    CHECK(times_shown(sheet, "Incidents by ward, Testshire, January to November 2014") == 1);
    for (const char* const month : {"January 2014", "February 2014", "November 2014"}) {
        CHECK(times_shown(sheet, month) == 1);
    }
    // Ten months have a sum; the second lacks a ward.
    CHECK(times_shown(sheet, "Testshire: 453") == 10);
}

TEST_CASE("Maps of periods are equally large and have each ward once", "[maps]") {
    const auto sheets = sheets_of(by_month(5));
    std::set<std::string> ids;
    const auto wards = shapes_of(sheets.at(0), "ward ");
    REQUIRE(wards.size() == 20);
    for (const auto& ward : wards) {
        CHECK(geo::extent(ward.rings[0]).width() ==
              Approx(geo::extent(wards[0].rings[0]).width()).margin(0.02));
        ids.insert(ward.id);
    }
    CHECK(ids.size() == 20);
}

TEST_CASE("Wards of all periods are drawn in the colours of one legend", "[maps]") {
    const auto study = by_month(5);
    const auto set = period_sets(study).at(0);
    const style::Style style;
    const auto colours = maps::palette_of(set.together, style).colours;
    const auto sheets = sheets_of(study, style);
    const auto wards = shapes_of(sheets.at(0), "ward ");
    std::size_t banded = 0;
    for (const auto& ward : wards) {
        const auto dash = ward.id.rfind('-');
        const auto map = std::stoul(ward.id.substr(4, dash - 4)) - 1; // asb-1-W01
        const auto code = ward.id.substr(dash + 1);
        const std::size_t w = static_cast<std::size_t>(code.back() - '1');
        const auto band = set.maps.at(map).banding.band_of.at(w);
        if (!band || !set.maps[map].values[w].is_known()) continue;
        ++banded;
        INFO(ward.id);
        REQUIRE(ward.fill);
        CHECK(*ward.fill == colours.at(*band));
    }
    CHECK(banded == 18);
    // A swatch for each band and for the two states, once, and each range once.
    CHECK(shapes_of(sheets[0], "legend").size() == set.together.banding.bands.size() + 2);
    for (const auto& band : set.together.banding.bands) {
        CHECK(times_shown(sheets[0], band.range) == 1);
    }
    CHECK(times_shown(sheets[0], "Incidents") == 1);
}

TEST_CASE("Withheld and missing figures of a period keep their patterns and no number", "[maps]") {
    const auto sheets = sheets_of(by_month(3));
    const auto wards = shapes_of(sheets.at(0), "ward ");
    std::size_t withheld = 0;
    for (const auto& ward : wards) {
        const bool hatched = ward.hatch.has_value();
        CHECK(hatched == (ward.id == "asb-2-ward-W03" || ward.id == "asb-2-ward-W04"));
        if (hatched) ++withheld;
    }
    CHECK(withheld == 2);
    const auto& words = sheets[0].words.description;
    CHECK(holds(words, "February 2014. Highest: B (400) and A (2). Withheld: C. No figure: D.\n"));
    CHECK(holds(words, "In a higher band in March 2014 than in January 2014:"));
}

TEST_CASE("The text of periods describes the changes", "[maps]") {
    const auto sheets = sheets_of(by_month(12));
    const auto& words = sheets.at(0).words.description;
    INFO(words);
    CHECK(words.starts_with("Anti-social behaviour. Incidents by ward, Testshire, 2014.\n"));
    const auto set = period_sets(by_month(12)).at(0);
    CHECK(holds(words, "In the top band (" + set.together.banding.bands.back().range +
                           "): B on 12 of 12 maps.\n"));
    CHECK(holds(words, "In a higher band in December 2014 than in January 2014: A."));
    CHECK(holds(words, "In a lower band: D. In the same band: 2 wards.\n"));
    CHECK(holds(sheets[0].words.alt, "12 small maps of Anti-social behaviour: incidents"));
}

TEST_CASE("More than twelve periods take several pages of one scale", "[maps]") {
    const auto study = by_month(12);
    auto longer = study;
    for (const char* const label : {"2015-01", "2015-02"}) {
        longer.categories[0].steps.push_back({label, study.categories[0].steps[0].figures, {}});
    }
    CHECK(sheets_of(study).size() == 1);
    const auto sheets = sheets_of(longer);
    REQUIRE(sheets.size() == 2);
    CHECK(figures_of(sheets[0]).size() == 7);
    CHECK(figures_of(sheets[1]).size() == 7);
    CHECK(holds(figures_of(sheets[1]).back(), "February 2015"));
    const auto width = [](const maps::Sheet& sheet) {
        return geo::extent(shapes_of(sheet, "ward ").at(0).rings[0]).width();
    };
    CHECK(width(sheets[1]) == Approx(width(sheets[0])).margin(0.02));
    // Each page is self-explanatory, the first one describes the changes.
    CHECK(times_shown(sheets[1], "Incidents") == 1);
    CHECK(holds(sheets[0].words.description, "In the top band"));
    CHECK_FALSE(holds(sheets[1].words.description, "In the top band"));
}

TEST_CASE("Circles of all periods have one scale", "[maps]") {
    auto study = by_month(3);
    study.categories[0].spec.map = project::MapKind::circles;
    const auto sheets = sheets_of(study);
    const auto circles = shapes_of(sheets.at(0), "circle");
    std::vector<double> widths; // C has 12 in the first and the third month
    for (const auto& circle : circles) {
        widths.push_back(geo::extent(circle.rings[0]).width());
    }
    // 4 wards, then 2 (one withheld, one missing), then 4; and those of the legend.
    REQUIRE(widths.size() > 10);
    const auto number = [&](double width) {
        return std::ranges::count_if(widths,
                                     [&](double other) { return std::abs(other - width) < 0.01; });
    };
    std::size_t twice = 0;
    for (std::size_t i = 0; i < 10; ++i) {
        if (number(widths[i]) >= 2) ++twice;
    }
    CHECK(twice >= 5); // 12 in two months, 400 in three
    CHECK_FALSE(holds(sheets[0].words.description, "top band"));
}

TEST_CASE("A style without space for a map of a period is refused", "[maps]") {
    style::Style style;
    style.page_width_mm = 50;
    style.page_height_mm = 50;
    CHECK_THROWS_AS(sheets_of(by_month(3), style), InputError);
}

TEST_CASE("A legend of circles names every interval that is withheld", "[maps]") {
    auto study = by_month(3);
    auto& series = study.categories[0];
    series.spec.map = project::MapKind::circles;
    series.steps[0].figures[0] = Cell::suppressed(1, 2); // within a band, unlike the other
    const auto sheets = sheets_of(study);
    CHECK(times_shown(sheets.at(0), "Withheld (1 to 2 or 1 to 30 incidents)") == 1);
}

TEST_CASE("A note says that months are not adjusted; other periods have none", "[maps]") {
    auto study = by_month(3);
    const std::string note = "Months as they are: not adjusted for the number of their days.";
    CHECK(times_shown(sheets_of(study).at(0), note) == 1);
    study.categories[0].steps[2].label = "later";
    CHECK(times_shown(sheets_of(study).at(0), note) == 0);
}
