// SPDX-License-Identifier: MIT
#include "bands/banding.h"

#include <cmath>
#include <random>

#include "bands/cuts.h"
#include "bands/fisher.h"
#include "base/error.h"
#include "support/bands.h"
#include "support/catch.h"
#include "support/files.h"

using namespace wardmap;
using bands::make_bands;
using project::Scheme;
using testing::check_guarantee;
using testing::column;
using testing::known;
using testing::ranges;
using testing::spec;

TEST_CASE("Natural breaks of Maidstone's anti-social behaviour are classInt's", "[bands]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(file, "reference/maidstone_asb2014_wards.csv");
    auto values = column(file, "asb");
    REQUIRE(values.size() == 26);
    const auto banding = make_bands(known(values), spec(Scheme::natural, 5), 0);
    CHECK(banding.fit.gvf == Approx(0.988550853).epsilon(1e-8));
    CHECK(banding.fit.tai == Approx(0.861560161).epsilon(1e-8));
    std::sort(values.begin(), values.end());
    CHECK(bands::fisher_breaks(values, 5) == std::vector<double>{80.5, 176, 277, 588});
}

TEST_CASE("The dynamic programme agrees with trying every cut", "[bands]") {
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<double> values;
        for (int i = 0; i < 12; ++i) {
            values.push_back(static_cast<double>(random() % 40));
        }
        std::sort(values.begin(), values.end());
        const auto cost = [&](std::size_t a, std::size_t b) {
            double mean = 0;
            for (std::size_t i = a; i < b; ++i) {
                mean += values[i] / static_cast<double>(b - a);
            }
            double sum = 0;
            for (std::size_t i = a; i < b; ++i) {
                sum += (values[i] - mean) * (values[i] - mean);
            }
            return sum;
        };
        double best = 1e300;
        for (std::size_t a = 1; a < 11; ++a) {
            for (std::size_t b = a + 1; b < 12; ++b) {
                best = std::min(best, cost(0, a) + cost(a, b) + cost(b, 12));
            }
        }
        const auto breaks = bands::fisher_breaks(values, 3);
        REQUIRE(breaks.size() == 2);
        double ours = 0;
        std::size_t from = 0;
        for (const double end : {breaks[0], breaks[1], 1e300}) {
            const auto to = static_cast<std::size_t>(
                std::lower_bound(values.begin(), values.end(), end) - values.begin());
            ours += cost(from, to);
            from = to;
        }
        CHECK(ours == Approx(best).margin(1e-9));
    }
}

TEST_CASE("Counts print as whole ranges that do not touch", "[bands]") {
    const auto banding = make_bands(known({23, 40, 80, 81, 175, 1234}), spec(Scheme::equal, 2), 0);
    // Equal cut at 628.5: the upper band starts at the next whole number.
    CHECK(ranges(banding) == std::vector<std::string>{"23–628", "629–1,234"});
    CHECK(banding.bands[0].known == 5);
}

TEST_CASE("Natural breaks are placed at the roundest value in their gap", "[bands]") {
    const auto banding = make_bands(known({1.04, 1.93, 8.21, 9.77}), spec(Scheme::natural, 2), 1);
    CHECK(ranges(banding) == std::vector<std::string>{"1.0–4.9", "5.0–9.8"});
}

TEST_CASE("Fixed breaks keep their values and words", "[bands]") {
    auto fixed = spec(Scheme::fixed, 2);
    fixed.breaks = {0, 10, 50};
    fixed.labels = {"lower", "higher"};
    const auto banding = make_bands(known({3, 10, 12}), fixed, 0);
    CHECK(ranges(banding) == std::vector<std::string>{"0–9", "10–50"});
    CHECK(banding.bands[1].word == "higher");
    CHECK(banding.bands[1].known == 2); // left-closed: 10 belongs above
    CHECK_THROWS_WITH(make_bands(known({3, 51}), fixed, 0),
                      "error: the figure 51 is outside the fixed breaks 0 to 50\n"
                      "  expected: breaks that include every figure\n"
                      "  help: widen the first or the last of bands = { breaks = [...] }");
}

TEST_CASE("A suppressed ward has a band only if its whole interval is in it", "[bands]") {
    std::vector<Cell> cells = known({1, 2, 30, 40});
    cells.push_back(Cell::suppressed(0, 4));  // within the lower band, below its lowest member too
    cells.push_back(Cell::suppressed(0, 35)); // in either
    const auto banding = make_bands(cells, spec(Scheme::natural, 2), 0);
    REQUIRE(banding.bands.size() == 2);
    CHECK(banding.band_of[4] == std::size_t{0});
    CHECK_FALSE(banding.band_of[5]);
    CHECK(banding.bands[0].range.starts_with("0–")); // extended down to include the interval
    CHECK(banding.bands[0].known == 2);
    CHECK(banding.bands[0].suppressed == 1);
    check_guarantee(cells, banding);
}

TEST_CASE("Few or equal figures give fewer bands, and that is reported", "[bands]") {
    const auto equal = make_bands(known({5, 5, 5}), spec(Scheme::natural, 5), 0);
    REQUIRE(equal.bands.size() == 1);
    CHECK(equal.bands[0].range == "5");
    CHECK(equal.fit.gvf == 1);
    REQUIRE(equal.findings.size() == 1);
    CHECK(equal.findings[0].found ==
          "1 band instead of 5: there is only 1 distinct figure, and equal "
          "figures are never split");
    CHECK(make_bands(known({5}), spec(Scheme::quantile, 4), 0).bands.size() == 1);
    CHECK(make_bands(known({1, 2, 3}), spec(Scheme::natural, 5), 0).bands.size() == 3);
    const auto none =
        make_bands({Cell::suppressed(0, 4), Cell::missing()}, spec(Scheme::natural, 5), 0);
    CHECK(none.bands.empty());
    CHECK_FALSE(none.band_of[0]);
}

TEST_CASE("Ties are never split and coinciding quantiles merge", "[bands]") {
    const auto banding =
        make_bands(known({0, 0, 0, 0, 0, 0, 1, 2, 3}), spec(Scheme::quantile, 4), 0);
    CHECK(banding.bands.size() == 2);
    REQUIRE(banding.findings.size() == 1);
    CHECK(banding.findings[0].found ==
          "2 bands instead of 4: cuts coincide, and equal figures are never split");
    for (int i = 1; i < 6; ++i) {
        CHECK(banding.band_of[static_cast<std::size_t>(i)] == banding.band_of[0]);
    }
}
