// SPDX-License-Identifier: MIT
#include "study/series/period_sets.h"

#include "study/series/period_titles.h"
#include "support/catch.h"
#include "support/study.h"
#include "words/legend_check.h"

using namespace wardmap;
using testing::grid_of_wards;
using testing::study_of;

namespace {

/// A category of one map, and others with the given titles and periods.
Study family(const std::vector<std::pair<std::string, std::string>>& followers,
             const std::vector<std::vector<Cell>>& cells) {
    auto study = study_of(grid_of_wards({"A", "B", "C", "D"}, 2), cells[0]);
    for (std::size_t i = 0; i < followers.size(); ++i) {
        auto other = study_of(study.wards, cells[i + 1]).categories[0];
        other.spec.id = "f" + std::to_string(i + 1);
        other.spec.title = followers[i].first;
        other.spec.period = followers[i].second;
        other.spec.bands.same_as = "asb";
        study.categories.push_back(other);
    }
    return study;
}

const std::vector<Cell> first = {Cell::known(1), Cell::known(9), Cell::known(3), Cell::known(4)};
const std::vector<Cell> second = {Cell::known(1.5), Cell::known(30), Cell::suppressed(0, 0.5),
                                  Cell::missing()};

} // namespace

TEST_CASE("A set of maps uses the bands of the one that lends them", "[study]") {
    const auto study = family({{"Anti-social behaviour", "2015"}}, {first, second});
    const auto sets = period_sets(study);
    REQUIRE(sets.size() == 1);
    const auto& set = sets[0];
    CHECK(set.id == "asb");
    CHECK(set.through_time);
    CHECK(set.heads == std::vector<std::string>{"2014", "2015"});
    CHECK(set.together.spec.title == "Anti-social behaviour");
    CHECK(set.together.spec.period == "2014 to 2015");
    const auto& lent = study.categories[0].banding;
    for (const auto& map : set.maps) {
        REQUIRE(map.banding.bands.size() == lent.bands.size());
        for (std::size_t k = 0; k < lent.bands.size(); ++k) {
            CHECK(map.banding.bands[k].range == set.together.banding.bands[k].range);
        }
        words::check_legend(map);
    }
    CHECK(set.maps[0].banding.band_of == lent.band_of);
    // The end bands are extended: down to the suppressed figure, up to the highest.
    CHECK(set.together.banding.bands.front().range.starts_with("0.0"));
    CHECK(set.together.banding.bands.back().range.ends_with("30.0"));
    CHECK(set.maps[1].banding.band_of[1] == lent.bands.size() - 1);
    CHECK(set.maps[1].banding.band_of[2] == std::size_t{0});
    CHECK_FALSE(set.maps[1].banding.band_of[3].has_value());
    CHECK(set.maps[1].banding.bands.front().known == 1);
    CHECK(set.maps[1].banding.bands.front().suppressed == 1);
    CHECK(set.together.values.size() == 8);
    CHECK(set.together.banding.method ==
          "those of 2014 for all maps: natural breaks (Fisher), end bands extended to these "
          "figures");
}

TEST_CASE("A category without followers has no set, and a single one is not a set", "[study]") {
    auto study = family({{"Anti-social behaviour", "2015"}}, {first, second});
    study.categories.erase(study.categories.begin()); // --category chose the other
    CHECK(period_sets(study).empty());
    study = family({}, {first});
    CHECK(period_sets(study).empty());
}

TEST_CASE("Followers alone retain the name of the lender", "[study]") {
    auto study = family({{"Anti-social behaviour", "2015"}, {"Anti-social behaviour", "2016"}},
                        {first, second, first});
    study.categories.erase(study.categories.begin());
    const auto sets = period_sets(study);
    REQUIRE(sets.size() == 1);
    CHECK(sets[0].id == "asb");
    CHECK(sets[0].heads == std::vector<std::string>{"2015", "2016"});
}

TEST_CASE("A series has the set of its steps, even if others use its bands", "[study]") {
    auto study = family({{"Anti-social behaviour", "2015"}}, {first, second});
    study.categories[0].spec.origin = project::FromTables{"month", 0};
    study.categories[0].spec.measure = project::MeasureKind::count;
    study.categories[0].steps = {{"2014-01", first, {}}, {"2014-02", second, {}}};
    study.categories[0].spec.period.clear();
    const auto sets = period_sets(study);
    REQUIRE(sets.size() == 1);
    CHECK(sets[0].heads == std::vector<std::string>{"January 2014", "February 2014"});
    CHECK(sets[0].together.spec.period == "January to February 2014");
    CHECK(sets[0].maps[0].spec.period == "January 2014");
}

TEST_CASE("Different things in one set of bands are distinguished by their titles", "[study]") {
    const auto study = family({{"Burglary", "2014"}, {"Robbery", "2015"}}, {first, second, first});
    const auto sets = period_sets(study);
    REQUIRE(sets.size() == 1);
    CHECK_FALSE(sets[0].through_time);
    CHECK(sets[0].heads == std::vector<std::string>{"Anti-social behaviour, 2014", "Burglary, 2014",
                                                    "Robbery, 2015"});
    CHECK(sets[0].together.spec.title == "Anti-social behaviour, Burglary and Robbery");
}

TEST_CASE("Titles are divided into their common and distinct parts", "[study]") {
    const auto common = [](const std::vector<std::string>& titles) {
        return taken_apart(titles).common;
    };
    CHECK(common({"Exclusions, 2009/10", "Exclusions, 2010/11"}) == "Exclusions");
    CHECK(taken_apart({"Exclusions, 2009/10", "Exclusions, 2010/11"}).apart ==
          std::vector<std::string>{"2009/10", "2010/11"});
    CHECK(common({"Crime in 2009", "Crime in 2010"}) == "Crime");
    CHECK(common({"Crime \u2013 2009", "Crime \u2013 2010"}) == "Crime");
    CHECK(common({"Crime (2009)", "Crime (2010)"}) == "Crime");
    CHECK(taken_apart({"Crime (2009)", "Crime (2010)"}).apart ==
          std::vector<std::string>{"2009", "2010"});
    CHECK(common({"Burglary 2009 by month", "Burglary 2010 by month"}) == "Burglary by month");
    CHECK(common({"Crime 2009: burglary", "Crime 2010: burglary"}) == "Crime: burglary");
    CHECK(common({"2009 burglary", "2010 burglary"}) == "Burglary");
    CHECK(common({"Burglary", "Robbery"}).empty());
    CHECK(common({"Theft", "Theft"}) == "Theft");
    CHECK(common({"Theft", "Theft, 2010"}) == "Theft");
}

TEST_CASE("The span of periods names none that is absent", "[study][period]") {
    CHECK(span_of({"2014-01", "2014-02", "2014-11"}) == "January to February and November 2014");
    CHECK(span_of({"2013-12", "2014-01", "2014-02"}) == "December 2013 to February 2014");
    CHECK(span_of({"2013-12", "2014-02"}) == "December 2013 and February 2014");
    CHECK(span_of({"2009/10", "2010/11", "2011/12"}) == "2009/10 to 2011/12");
    CHECK(span_of({"January to March 2014", "April to June 2014"}) == "January to June 2014");
    CHECK(span_of({"January to November 2013", "January to November 2014"}) ==
          "January to November, 2013 to 2014");
    CHECK(span_of({"2014", "2014"}) == "2014");
    CHECK(span_of({"2014", ""}).empty());
}
