// SPDX-License-Identifier: MIT
// The schemes against independent figures: R's classInt and quantile (see docs/methods.md).
#include <algorithm>
#include <cmath>

#include "bands/banding.h"
#include "bands/cuts.h"
#include "bands/fisher.h"
#include "bands/ranks.h"
#include "bands/spread.h"
#include "base/error.h"
#include "support/bands.h"
#include "support/catch.h"
#include "support/files.h"

using namespace wardmap;
using bands::make_bands;
using project::Scheme;
using testing::known;
using testing::ranges;
using testing::spec;

namespace {

using Numbers = std::vector<double>;

/// All breaks of a classInt scheme, computed here; nothing for schemes that are not supported.
std::optional<Numbers> ours(const std::string& scheme, const Numbers& sorted, int count) {
    const auto with_ends = [&](Numbers breaks) {
        breaks.insert(breaks.begin(), sorted.front());
        breaks.push_back(sorted.back());
        return breaks;
    };
    if (scheme == "fisher") return with_ends(bands::fisher_breaks(sorted, count));
    if (scheme == "quantile") return with_ends(bands::quantile_breaks(sorted, count));
    if (scheme == "equal") return with_ends(bands::equal_breaks(sorted, count));
    if (scheme == "maximum") return with_ends(bands::maximum_breaks(sorted, count));
    if (scheme == "headtails") return with_ends(bands::head_tail_breaks(sorted));
    if (scheme == "pretty") return bands::pretty_ends(sorted, count);
    if (scheme == "box") {
        auto breaks = bands::box_breaks(sorted, 1.5).breaks;
        breaks.push_back(sorted.back());
        return breaks;
    }
    return std::nullopt;
}

bool holds(const Numbers& numbers, double wanted) {
    return std::any_of(numbers.begin(), numbers.end(),
                       [&](double x) { return std::abs(x - wanted) < 1e-4; });
}

void check_equal(const Numbers& ours, const Numbers& theirs) {
    REQUIRE(ours.size() == theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        CHECK(ours[i] == Approx(theirs[i]).margin(1e-4)); // printed to about 4 decimals
    }
}

/// The figures in the band with a given word.
std::size_t wards_in_band(const bands::Banding& banding, const std::string& word) {
    for (const auto& band : banding.bands) {
        if (band.word == word) return band.known;
    }
    return 0;
}

} // namespace

TEST_CASE("Breaks of Kent's counts are classInt's, for every scheme and number of classes",
          "[bands]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(counts, "reference/kent_wards_crime_2014.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(reference, "reference/kent_breaks_counts.csv");
    int checked = 0;
    for (const auto& row : testing::rows_of(reference)) {
        auto sorted = testing::column(counts, row[0]);
        std::sort(sorted.begin(), sorted.end());
        const int count = std::stoi(row[2]);
        auto theirs = testing::numbers_in(row[3]);
        theirs.erase(std::unique(theirs.begin(), theirs.end()), theirs.end());
        const auto mine = ours(row[1], sorted, count);
        if (!mine) continue;
        INFO(row[0] << ", " << row[1] << ", " << count);
        ++checked;
        if (row[1] == "maximum" && theirs.size() > static_cast<std::size_t>(count) + 1) {
            // classInt cuts every gap as wide as the last; here the requested number is kept.
            CHECK(mine->size() == static_cast<std::size_t>(count) + 1);
            CHECK(std::all_of(mine->begin(), mine->end(),
                              [&](double x) { return holds(theirs, x); }));
            continue;
        }
        check_equal(*mine, theirs);
    }
    CHECK(checked == 140); // 4 categories, 7 schemes, 3 to 7 classes
}

TEST_CASE("Of equally good natural breaks the lowest are used", "[bands]") {
    // {1}{2,3} and {1,2}{3}: both leave 1/2.
    CHECK(bands::fisher_breaks(Numbers{1, 2, 3}, 2) == Numbers{1.5});
    // Which two of four share a class: 1/2 each time.
    CHECK(bands::fisher_breaks(Numbers{1, 2, 3, 4}, 3) == Numbers{1.5, 2.5});
    // {0}{10}{20,30}, {0}{10,20}{30} and {0,10}{20}{30}: 50 each.
    CHECK(bands::fisher_breaks(Numbers{0, 10, 20, 30}, 3) == Numbers{5, 15});
}

TEST_CASE("Equal figures count each time in natural breaks, and stay together", "[bands]") {
    // {1,2}{3,3,3} leaves 1/2; {1}{2,3,3,3} leaves 3/4.
    CHECK(bands::fisher_breaks(Numbers{1, 2, 3, 3, 3}, 2) == Numbers{2.5});
    // {1,1,1}{2,3} leaves 1/2; {1,1,1,2}{3} leaves 3/4.
    CHECK(bands::fisher_breaks(Numbers{1, 1, 1, 2, 3}, 2) == Numbers{1.5});
    // Two distinct figures make two classes, however many are requested.
    CHECK(bands::fisher_breaks(Numbers{4, 4, 4, 9, 9}, 4) == Numbers{6.5});
}

TEST_CASE("Standard deviation breaks are classInt's, where both have one", "[bands]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(wards, "reference/maidstone_asb2014_wards.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(reference, "reference/maidstone_asb2014_breaks.csv");
    auto sorted = testing::column(wards, "asb");
    std::sort(sorted.begin(), sorted.end());
    const auto cuts = bands::deviation_breaks(sorted).breaks;
    REQUIRE(cuts.size() == 5);
    for (const auto& row : testing::rows_of(reference)) {
        const auto theirs = testing::numbers_in(row[1]);
        if (row[0] == "sd") {
            for (const double cut : {cuts[1], cuts[2], cuts[3], cuts[4]}) {
                CHECK(holds(theirs, cut));
            }
        }
        if (row[0] == "quartiles_type7") {
            const auto box = bands::box_breaks(sorted, 3).breaks;
            CHECK(box[1] == theirs[1]);
            CHECK(box[2] == theirs[2]);
            CHECK(box[3] == theirs[3]);
            CHECK(box[4] == Approx(165.25 + 3 * 123.5));
        }
        // classInt's own ends (0 to 1,000, or the mean less s) do not move a ward.
        const std::vector<std::pair<std::string, Scheme>> same_fit = {
            {"fisher", Scheme::natural},  {"quantile", Scheme::quantile},
            {"equal", Scheme::equal},     {"headtails", Scheme::head_tail},
            {"maximum", Scheme::maximum}, {"pretty", Scheme::pretty}};
        for (const auto& [name, scheme] : same_fit) {
            if (row[0] != name) continue;
            INFO(name);
            const auto banding = make_bands(known(sorted), spec(scheme, 5), 0);
            CHECK(banding.fit.gvf == Approx(std::stod(row[3])).epsilon(1e-8));
            CHECK(banding.fit.tai == Approx(std::stod(row[4])).epsilon(1e-8));
        }
    }
}

TEST_CASE("Head/tail breaks of Maidstone's anti-social behaviour are classInt's", "[bands]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(wards, "reference/maidstone_asb2014_wards.csv");
    const auto banding =
        make_bands(known(testing::column(wards, "asb")), spec(Scheme::head_tail, 5), 0);
    CHECK(ranges(banding) == std::vector<std::string>{"23–132", "133–262", "263–587", "588–853"});
    CHECK(bands::describe(banding) == "head/tail breaks, 4 bands");
}

TEST_CASE("A box map without outliers omits their bands and reports it", "[bands]") {
    const auto banding = make_bands(known({1, 2, 3, 4, 5, 6, 7, 8, 30}), spec(Scheme::box, 6), 0);
    // Quartiles 3, 5 and 7; fences -3 and 13.
    CHECK(ranges(banding) == std::vector<std::string>{"1–2", "3–4", "5–6", "7–12", "13–30"});
    CHECK(wards_in_band(banding, "high outlier") == 1);
    CHECK(wards_in_band(banding, "highest quarter") == 2);
    REQUIRE(banding.findings.size() == 1);
    CHECK(banding.findings[0].found == "no figure is in the band \"low outlier\": it is left out");
    auto wide = spec(Scheme::box, 6);
    wide.hinge = 6;
    const auto none = make_bands(known({1, 2, 3, 4, 5, 6, 7, 8, 30}), wide, 0);
    CHECK(none.findings[0].found ==
          "no figure is in the bands \"low outlier\" and \"high outlier\": they are left out");
    CHECK(none.bands.size() == 4);
}

TEST_CASE("Quartiles that coincide are one cut, and equal figures stay together", "[bands]") {
    const auto banding = make_bands(known({5, 5, 5, 5, 5, 5, 8, 9}), spec(Scheme::box, 6), 0);
    // Quartiles 5, 5 and 5.75; fences 3.875 and 6.875.
    CHECK(ranges(banding) == std::vector<std::string>{"5", "6", "7–9"});
    CHECK(banding.bands[0].word == "third quarter");
    CHECK(banding.bands[0].known == 6);
    CHECK(banding.bands[1].known == 0);
    CHECK(wards_in_band(banding, "high outlier") == 2);
}

TEST_CASE("Standard deviation bands state the distance from the mean", "[bands]") {
    // Mean 10, squares 8 x 4 + 36, s = 2.75 over n - 1.
    const auto banding =
        make_bands(known({8, 8, 8, 8, 10, 10, 12, 12, 12, 12}), spec(Scheme::deviation, 6), 0);
    CHECK(banding.bands.size() == 4);
    CHECK(banding.bands[0].word == "1 to 2 s.d. below the mean");
    CHECK(wards_in_band(banding, "up to 1 s.d. above the mean") == 2); // the mean itself is above
    CHECK(make_bands(known({4, 4, 4}), spec(Scheme::deviation, 6), 0).bands.size() == 1);
    CHECK(make_bands(known({4}), spec(Scheme::deviation, 6), 0).bands.size() == 1);
}

TEST_CASE("Round steps print from round end to round end", "[bands]") {
    const auto banding = make_bands(known({23, 410, 853}), spec(Scheme::pretty, 5), 0);
    CHECK(ranges(banding) ==
          std::vector<std::string>{"0–199", "200–399", "400–599", "600–799", "800–1,000"});
    CHECK(banding.bands[1].known == 0);
    const auto small = make_bands(known({0.11, 0.29, 0.58}), spec(Scheme::pretty, 3), 1);
    CHECK(ranges(small) == std::vector<std::string>{"0.0–0.1", "0.2–0.3", "0.4–0.6"});
    // Ten steps of 100 would be more than a legend of 9 bands.
    CHECK(make_bands(known({2, 500, 921}), spec(Scheme::pretty, 7), 0).bands.size() == 5);
    CHECK(ranges(make_bands(known({7, 7}), spec(Scheme::pretty, 5), 0)) ==
          std::vector<std::string>{"7"});
}

TEST_CASE("Geometric bands grow by a constant factor, and need figures above 0", "[bands]") {
    const auto banding = make_bands(known({1, 5, 50, 1000}), spec(Scheme::geometric, 3), 0);
    CHECK(ranges(banding) == std::vector<std::string>{"1–9", "10–99", "100–1,000"});
    CHECK_THROWS_WITH(make_bands(known({0, 5}), spec(Scheme::geometric, 3), 0),
                      "error: geometric bands cannot start at 0\n"
                      "  expected: figures that are all above 0\n"
                      "  help: give 0 a separate band: bands = { ..., zero = \"apart\" }");
    CHECK_THROWS_WITH(make_bands(known({-2, 5}), spec(Scheme::geometric, 3), 0),
                      "error: geometric bands cannot start at -2\n"
                      "  expected: figures that are all above 0\n"
                      "  help: choose another scheme");
}

TEST_CASE("Maximum breaks cut the widest gaps, the lowest of equal ones", "[bands]") {
    CHECK(bands::maximum_breaks(Numbers{1, 2, 4, 6, 10}, 3) == Numbers{3, 8});
    CHECK(bands::maximum_breaks(Numbers{1, 1, 1}, 3).empty());
}

TEST_CASE("A percentile map has words for its bands, fewer with few wards", "[bands]") {
    Numbers values;
    for (int i = 0; i <= 100; ++i) {
        values.push_back(i);
    }
    const auto banding = make_bands(known(values), spec(Scheme::percentile, 6), 0);
    CHECK(wards_in_band(banding, "lowest 1%") == 1);
    CHECK(wards_in_band(banding, "1% to 10%") == 9);
    CHECK(wards_in_band(banding, "10% to 50%") == 40);
    CHECK(wards_in_band(banding, "highest 1%") == 2);
    const auto few = make_bands(known({1, 2, 3, 4, 5}), spec(Scheme::percentile, 6), 0);
    testing::check_guarantee(known({1, 2, 3, 4, 5}), few);
    CHECK(few.findings[0].found.find("left out") != std::string::npos);
}

TEST_CASE("Deciles of ranks are those of the English Indices of Deprivation", "[bands]") {
    auto deciles = spec(Scheme::deciles, 10);
    deciles.rank_total = 326;
    deciles.rank_one_means = "most deprived";
    const Numbers values = {1, 32, 33, 65, 66, 163, 164, 326};
    const auto banding = make_bands(known(values), deciles, 0);
    REQUIRE(banding.bands.size() == 10); // including those without a ward
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto decile = static_cast<std::size_t>(std::ceil(10 * values[i] / 326));
        CHECK(banding.band_of[i] == decile - 1);
    }
    CHECK(banding.bands[0].range == "1–32");
    CHECK(banding.bands[0].word == "decile 1, most deprived");
    CHECK(banding.bands[9].range == "294–326");
    CHECK(banding.bands[9].word == "decile 10");
    CHECK(bands::describe(banding) == "deciles by rank of 326, 10 bands");
    deciles.scheme = Scheme::quintiles;
    deciles.rank_total = 320;
    CHECK(ranges(make_bands(known({64, 64.5, 65}), deciles, 0)).front() == "1–64");
    CHECK(ranges(make_bands(known({64, 65}), deciles, 0))[1] == "65–128");
}

TEST_CASE("Quintiles of scores rank the highest first and keep ties together", "[bands]") {
    auto quintiles = spec(Scheme::quintiles, 5);
    quintiles.rank_one_means = "most deprived";
    const auto banding = make_bands(known({10, 20, 30, 40, 50, 60, 70, 80, 90, 100}), quintiles, 0);
    REQUIRE(banding.bands.size() == 5);
    CHECK(banding.bands[4].word == "quintile 1, most deprived");
    CHECK(banding.bands[4].known == 2);
    CHECK(banding.bands[0].word == "quintile 5");
    CHECK(bands::describe(banding) == "quintiles by rank on this map, 5 bands");
    // Ranks 1, 1, 1, 4, 5: nobody is second or third.
    const auto tied = make_bands(known({9, 9, 9, 2, 1}), quintiles, 0);
    REQUIRE(tied.bands.size() == 3);
    CHECK(tied.bands[2].known == 3);
    CHECK(tied.bands[1].word == "quintile 4");
}
