// SPDX-License-Identifier: MIT
// Small cases worked by hand, and the published ones.
#include <cmath>

#include "base/philox.h"
#include "hotspots/false_discovery.h"
#include "hotspots/getis_ord.h"
#include "hotspots/local_moran.h"
#include "hotspots/own_level.h"
#include "hotspots/permutation.h"
#include "measures/intervals.h"
#include "measures/smoothing.h"
#include "support/catch.h"

using namespace wardmap;
using hotspots::Neighbours;

namespace {

/// n wards in a row.
Neighbours row_of(std::size_t n) {
    Neighbours links(n);
    for (std::size_t i = 0; i < n; ++i) {
        if (i > 0) links[i].push_back(i - 1);
        if (i + 1 < n) links[i].push_back(i + 1);
    }
    return links;
}

std::vector<Cell> known(const std::vector<double>& values) {
    std::vector<Cell> cells;
    for (const double value : values) {
        cells.push_back(Cell::known(value));
    }
    return cells;
}

} // namespace

TEST_CASE("Philox gives the published numbers", "[hotspots]") {
    // Random123's known-answer file, kat_vectors, philox4x32 with 10 rounds.
    CHECK(philox4x32({0, 0, 0, 0}, {0, 0}) ==
          std::array<std::uint32_t, 4>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
          std::array<std::uint32_t, 4>{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          std::array<std::uint32_t, 4>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("A random stream is even and repeats itself", "[hotspots]") {
    RandomStream a(7, 3);
    RandomStream b(7, 3);
    std::array<int, 5> seen{};
    for (int i = 0; i < 50000; ++i) {
        const auto x = a.below(5);
        CHECK(x == b.below(5));
        ++seen.at(x);
    }
    for (const int n : seen) {
        CHECK(std::abs(n - 10000) < 400); // 4.5 standard deviations
    }
}

TEST_CASE("Gi* of three wards in a row of four, by hand", "[hotspots]") {
    // x = 1 2 3 10: mean 4, s² = (9 + 4 + 1 + 36) / 4 = 12.5. Ward 2 with 1 and 3: sum 6,
    // w = 3: (6 - 12) / (sqrt 12.5 * sqrt((4*3 - 9) / 3)) = -6 / 3.535534.
    const auto z = hotspots::gi_star({1, 2, 3, 10}, row_of(4));
    REQUIRE(z[1]);
    CHECK(*z[1] == Approx(-6 / std::sqrt(12.5)));
    CHECK(*z[3] == Approx((13 - 8) / (std::sqrt(12.5) * std::sqrt((8.0 - 4) / 3))));
}

TEST_CASE("Gi* has no value for islands, for all alike, and where one borders on all",
          "[hotspots]") {
    Neighbours links = row_of(4);
    links.emplace_back();
    CHECK_FALSE(hotspots::gi_star({1, 2, 3, 10, 5}, links)[4]);
    for (const auto& z : hotspots::gi_star({0.1, 0.1, 0.1, 0.1}, row_of(4))) {
        CHECK_FALSE(z);
    }
    CHECK_FALSE(hotspots::gi_star({1, 2, 3}, row_of(3))[1]);
    CHECK_FALSE(hotspots::gi_star({5}, {{}})[0]);
}

TEST_CASE("Gi* of withheld figures spans what they may be", "[hotspots]") {
    auto cells = known({1, 2, 3, 10, 4, 4, 2, 1, 0, 3});
    cells[4] = Cell::suppressed(0, 9);
    const auto field = hotspots::field_of(cells, row_of(10));
    const auto gi = hotspots::gi_star(field);
    for (const double at : {0.0, 4.5, 9.0}) {
        auto values = field.low;
        values[4] = at;
        const auto z = hotspots::gi_star(values, field.neighbours);
        for (std::size_t i = 0; i < 10; ++i) {
            CHECK(*z[i] >= gi[i]->low - 1e-9);
            CHECK(*z[i] <= gi[i]->high + 1e-9);
        }
    }
    CHECK(gi[4]->low < gi[4]->z);
    CHECK(gi[4]->high > gi[4]->z);
}

TEST_CASE("A ward at the mean counts as high, and so do neighbours at the mean", "[hotspots]") {
    using hotspots::Quadrant;
    const auto quadrants = [](const std::vector<double>& values) {
        std::vector<Quadrant> list;
        for (const auto& ward : hotspots::local_moran(values, row_of(values.size()))) {
            REQUIRE(ward);
            list.push_back(ward->quadrant);
        }
        return list;
    };
    // Mean 1: the wards are -1, 0, 1, 0 from it; their neighbours' means 0, 0, 0, 1.
    CHECK(quadrants({0, 1, 2, 1}) == std::vector<Quadrant>{Quadrant::low_high, Quadrant::high_high,
                                                           Quadrant::high_high,
                                                           Quadrant::high_high});
    // Mean 1: -1, 1, 0, 0; neighbours 1, -1/2, 1/2, 0.
    CHECK(quadrants({0, 2, 1, 1}) == std::vector<Quadrant>{Quadrant::low_high, Quadrant::high_low,
                                                           Quadrant::high_high,
                                                           Quadrant::high_high});
    // Mean 1: 0, -1, 1, 0; neighbours -1, 1/2, -1/2, 1.
    CHECK(quadrants({1, 0, 2, 1}) == std::vector<Quadrant>{Quadrant::high_low, Quadrant::low_high,
                                                           Quadrant::high_low,
                                                           Quadrant::high_high});
}

TEST_CASE("Moran's I of a ward at the mean is exactly 0, as expected, and says nothing",
          "[hotspots]") {
    // Ward 2 is 0 from the mean: I, its expectation and its variance are 0, and 0 / 0 is no score.
    const auto wards = hotspots::local_moran({0, 2, 1, 1}, row_of(4));
    REQUIRE(wards[2]);
    CHECK(wards[2]->i == 0);
    CHECK(wards[2]->expected == 0);
    CHECK(wards[2]->variance == 0);
    CHECK(wards[2]->z == 0);
    // Ward 0 is -1 from it; m2 = 1/2, n = 4, one neighbour at +1: I = -1 / (1/2) * 1.
    CHECK(wards[0]->i == -2);
    CHECK(wards[0]->expected == Approx(-1 / (3 * 0.5)));
}

TEST_CASE("Moran's I of all wards is 0 where likes and unlikes are as many", "[hotspots]") {
    // -1, 0, 1, 0 in a row: every product of a ward with its neighbours' mean is 0. E = -1 / 3.
    const auto all = hotspots::global_moran({0, 1, 2, 1}, row_of(4));
    REQUIRE(all);
    CHECK(all->i == 0);
    CHECK(all->expected == Approx(-1.0 / 3));
    CHECK(all->z > 0); // more alike than chance has it
}

TEST_CASE("Wards without a figure take no part", "[hotspots]") {
    auto cells = known({1, 2, 3, 10, 4});
    cells[1] = Cell::missing();
    const auto field = hotspots::field_of(cells, row_of(5));
    CHECK(field.wards == std::vector<std::size_t>{0, 2, 3, 4});
    CHECK(field.neighbours[0].empty());
    CHECK(field.neighbours[1] == std::vector<std::size_t>{2});
}

TEST_CASE("Benjamini and Hochberg's own example", "[hotspots]") {
    // The fifteen p values of their 1995 paper, p. 294: four pass at 0.05, Bonferroni passes three.
    const std::vector<double> p = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                   0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000};
    const auto q = hotspots::benjamini_hochberg(p);
    CHECK(std::count_if(q.begin(), q.end(), [](double x) { return x <= 0.05; }) == 4);
    const auto bounded = hotspots::bonferroni(p);
    CHECK(std::count_if(bounded.begin(), bounded.end(), [](double x) { return x <= 0.05; }) == 3);
    CHECK(q[3] == Approx(0.0095 * 15 / 4));
    CHECK(q[14] == Approx(1));
    CHECK(hotspots::benjamini_hochberg({}).empty());
}

TEST_CASE("Permutation p counts what it says, whatever the number of threads", "[hotspots]") {
    // Ward 0 is the highest and ward 1, its only neighbour, the second highest: of the 9 others one
    // is drawn, so that P(draw >= observed) = 1/9.
    const std::vector<double> x = {10, 9, 1, 2, 3, 4, 5, 6, 7, 8};
    const auto links = row_of(10);
    const auto one = hotspots::permutation_p(x, links, {20000, 11, 1});
    const auto two = hotspots::permutation_p(x, links, {20000, 11, 2});
    CHECK(one == two);
    CHECK(one[0] == Approx(2.0 / 9).margin(0.012)); // 2.7 standard errors of twice the share
    CHECK(hotspots::permutation_p(x, links, {20000, 12, 1}) != one);
    for (const double p :
         hotspots::permutation_p(std::vector<double>(10, 3.0), links, {99, 1, 1})) {
        CHECK(p == 1); // never more than 1
    }
    CHECK(hotspots::permutations_needed(26, 0.05) == 1039);
}

TEST_CASE("Poisson limits are those of the tables", "[measures]") {
    // Exact 95% confidence limits of counts 0, 1, 5 (Pearson & Hartley, table 40), and Byar's of 10
    // and 49.
    using measures::poisson_limits;
    CHECK(poisson_limits(0, measures::z_95).low == 0);
    CHECK(poisson_limits(0, measures::z_95).high == Approx(3.689).margin(0.001));
    CHECK(poisson_limits(1, measures::z_95).low == Approx(0.0253).margin(0.0001));
    CHECK(poisson_limits(1, measures::z_95).high == Approx(5.572).margin(0.001));
    CHECK(poisson_limits(5, measures::z_95).low == Approx(1.623).margin(0.001));
    CHECK(poisson_limits(5, measures::z_95).high == Approx(11.668).margin(0.001));
    CHECK(poisson_limits(10, measures::z_95).high == Approx(18.39).margin(0.01));
    CHECK(poisson_limits(49, measures::z_95).low == Approx(36.2475706528));
    CHECK(poisson_limits(49, measures::z_95).high == Approx(64.7819948054));
}

TEST_CASE("Tails of the distributions", "[measures]") {
    CHECK(measures::poisson_upper(0, 3) == 1);
    CHECK(measures::poisson_upper(1, 3) == Approx(1 - std::exp(-3.0)));
    CHECK(measures::poisson_lower(0, 3) == Approx(std::exp(-3.0)));
    CHECK(measures::binomial_lower(1, 3, 0.5) == Approx(0.5));
    CHECK(measures::binomial_lower(3, 3, 0.5) == 1);
    const auto wilson = measures::wilson_limits(0, 10, measures::z_95);
    CHECK(wilson.low == 0);
    CHECK(wilson.high == Approx(0.2775).margin(0.0001));
}

TEST_CASE("Rates that vary less than chance are all drawn to the mean", "[measures]") {
    const auto rates = measures::eb_rates({10, 11, 9}, {1000, 1000, 1000});
    for (const double rate : rates) {
        CHECK(rate == Approx(0.01));
    }
}

TEST_CASE("Own level of a withheld count spans its interval", "[hotspots]") {
    auto figures = known({20, 20, 20, 20, 20, 20, 20, 20, 20, 60});
    figures[0] = Cell::suppressed(0, 25);
    figures.push_back(Cell::missing());
    std::vector<Cell> people(11, Cell::known(1000));
    const auto levels = hotspots::own_levels(figures, people, hotspots::Spread::poisson);
    REQUIRE(levels.wards[0]);
    CHECK(levels.wards[0]->p == Approx(1).margin(0.9));
    CHECK(levels.wards[0]->p_far < 0.05);
    CHECK(levels.wards[0]->score_low < levels.wards[0]->score_high);
    CHECK_FALSE(levels.wards[10]);
    CHECK(levels.wards[9]->score_low > 2);
}

TEST_CASE("A share's own level never passes all", "[hotspots]") {
    const auto levels =
        hotspots::own_levels(known({90, 50, 10, 0, 100}), std::vector<Cell>(5, Cell::known(100)),
                             hotspots::Spread::binomial);
    for (const auto& own : levels.wards) {
        REQUIRE(own);
        CHECK(own->funnel_95.low >= 0);
        CHECK(own->funnel_95.high <= 2.0 + 1e-12); // 100 of 100 where 50 are expected
        CHECK(own->ratio_95.high <= 2.0 + 1e-12);
    }
}
