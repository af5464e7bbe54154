// SPDX-License-Identifier: MIT
#include "maps/legend/legend.h"
#include "words/legend_check.h"

#include "bands/make_bands.h"
#include "base/error.h"
#include "maps/symbols/fills.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using testing::grid_of_wards;
using testing::study_of;

namespace {

const std::vector<std::string> six = {"North", "South", "East", "West", "Heath", "Bridge"};

Study mixed() {
    auto study = study_of(grid_of_wards(six),
                          {Cell::known(1), Cell::known(2), Cell::known(30),
                           Cell::suppressed(0, 1.5), Cell::missing(), Cell::suppressed(0, 40)});
    auto& category = study.categories[0];
    category.figures[3] = Cell::suppressed(0, 4);
    category.figures[5] = Cell::suppressed(0, 4);
    return study;
}

} // namespace

TEST_CASE("The legend has a row for each band from high to low, then one for each state",
          "[maps]") {
    auto study = mixed();
    auto& category = study.categories[0];
    category.spec.bands.count = 2;
    category.banding = bands::make_bands(category.values, category.spec.bands, 1);
    const auto palette = maps::palette_of(category, {});
    const auto legend = maps::legend_of(study, category, palette);
    CHECK(legend.title == "Incidents per 1,000 residents");
    REQUIRE(legend.rows.size() == 5);
    CHECK(legend.rows[0].wards == 1); // 30
    CHECK(legend.rows[1].wards == 2); // 1 and 2
    CHECK(legend.rows[2].words == "Withheld (0 to 4 incidents), within the band shown");
    CHECK(legend.rows[3].words == "Withheld (0 to 4 incidents), band not certain");
    CHECK(legend.rows[4].words == "No figure supplied");
    for (std::size_t i = 2; i < 5; ++i) {
        CHECK(legend.rows[i].wards == 1);
        CHECK(legend.rows[i].fill.hatch); // a pattern, not only a shade
    }
    CHECK_NOTHROW(words::check_legend(category));
}

TEST_CASE("Printed ranges read back", "[maps]") {
    CHECK(words::parse_range("1,234–5,678").low == 1234);
    CHECK(words::parse_range("1,234–5,678").high == 5678);
    CHECK(words::parse_range("\u22122.5 to \u22120.1").low == -2.5);
    CHECK(words::parse_range("12").low == 12);
    CHECK(words::parse_range("12").high == 12);
    CHECK_THROWS_AS(words::parse_range("a–b"), std::invalid_argument);
}

TEST_CASE("An incorrect legend is refused", "[maps]") {
    auto study = mixed();
    auto& category = study.categories[0];
    auto& band = category.banding.bands.back();
    band.range = "31.0–40.0"; // 30 is drawn here
    CHECK_THROWS_AS(words::check_legend(category), InputError);
}

TEST_CASE("Two bands that print the same figure are refused", "[maps]") {
    auto study = mixed();
    auto& category = study.categories[0];
    category.banding.bands.front().range = "0.0–30.0";
    CHECK_THROWS_AS(words::check_legend(category), InputError);
}
