// SPDX-License-Identifier: MIT
#include "study/series/periods.h"

#include "support/catch.h"
#include "support/crime_project.h"

using namespace wardmap;
using testing::all_but;
using testing::orchard_study;
using testing::TempFolder;

TEST_CASE("Periods are written in words, and have their days", "[study][period]") {
    CHECK(period_words("2014-11") == "November 2014");
    CHECK(period_words("2014-13") == "2014-13");
    CHECK(period_words("2014/11") == "2014/11");
    CHECK(period_words("week 3") == "week 3");
    CHECK(days_of("2014-11") == 30);
    CHECK(days_of("2016-02") == 29);
    CHECK(days_of("2014") == 365);
    CHECK(days_of("2015/16") == 366);
    CHECK_FALSE(days_of("March")); // of which year?
    CHECK_FALSE(days_of("2014-06-30"));
    CHECK_FALSE(days_of("before"));
}

TEST_CASE("A step of a series is a separate category, ranked, banded and tested", "[study]") {
    const TempFolder folder;
    const auto study = orchard_study(folder, {{"2014-10", all_but("10", {{1, "100"}})},
                                              {"2014-11", all_but("10", {{0, "100"}})}});
    const auto& series = study.categories[0];
    REQUIRE(series.steps.size() == 2);
    const auto october = tested_steps(study, series, 1).at(0);
    CHECK(october.spec.period == "October 2014");
    CHECK(october.unit == series.unit);
    CHECK(october.values[1] == Cell::known(20)); // 100 of 5,000, per 1,000
    CHECK(october.standings[1]->rank == 1);
    CHECK(october.standings[0]->rank == 2);
    CHECK(october.banding.band_of[1] == october.banding.bands.size() - 1);
    CHECK(hotspots::is_higher(october.hotspots->wards[1].reading.level));
    CHECK_FALSE(hotspots::is_higher(october.hotspots->wards[0].reading.level));
    REQUIRE(october.area_value.is_known());
    CHECK(october.area_value.value() == Approx(210.0 / 60));
}

TEST_CASE("Months of unequal length are compared by the day", "[study]") {
    const TempFolder folder;
    const auto study =
        orchard_study(folder, {{"2014-02", all_but("280", {})}, {"2014-03", all_but("310", {})}});
    const auto& series = study.categories[0];
    const auto change =
        change_between(study, tested_steps(study, series, 1)[0], tested_steps(study, series, 1)[1]);
    REQUIRE(change);
    CHECK(change->changes[0]->ratio_low == Approx(1));
    CHECK(change->readings.wards[0].reading.level == hotspots::Level::unchanged);
}
