// SPDX-License-Identifier: MIT
// Small examples worked by hand, and published ones.
#include <cmath>

#include "base/philox.h"
#include "hotspots/false_discovery.h"
#include "hotspots/field.h"
#include "hotspots/local_moran.h"
#include "measures/smoothing.h"
#include "statistics/intervals.h"
#include "statistics/permutation.h"
#include "support/catch.h"
#include "tables/cell.h"

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

TEST_CASE("A random stream is uniform and reproducible", "[hotspots]") {
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

TEST_CASE("Moran's I of a ward at the mean is exactly 0, as expected, and has no score",
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

TEST_CASE("Moran's I of all wards is 0 if like and unlike neighbours balance", "[hotspots]") {
    // -1, 0, 1, 0 in a row: every product of a ward with its neighbours' mean is 0. E = -1 / 3.
    const auto all = hotspots::global_moran({0, 1, 2, 1}, row_of(4));
    REQUIRE(all);
    CHECK(all->i == 0);
    CHECK(all->expected == Approx(-1.0 / 3));
    CHECK(all->z > 0); // more alike than by chance
}

TEST_CASE("Wards without a figure are excluded", "[hotspots]") {
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

TEST_CASE("Permutation p is as defined, whatever the number of threads", "[hotspots]") {
    // Ward 0 is the highest and ward 1, its only neighbour, the second highest: of the 9 others one
    // is drawn, so that P(draw >= observed) = 1/9.
    const std::vector<double> x = {10, 9, 1, 2, 3, 4, 5, 6, 7, 8};
    const auto links = row_of(10);
    const auto one = statistics::permutation_p(x, links, {20000, 11, 1});
    const auto two = statistics::permutation_p(x, links, {20000, 11, 2});
    CHECK(one == two);
    CHECK(one[0] == Approx(2.0 / 9).margin(0.012)); // 2.7 standard errors of twice the share
    CHECK(statistics::permutation_p(x, links, {20000, 12, 1}) != one);
    for (const double p :
         statistics::permutation_p(std::vector<double>(10, 3.0), links, {99, 1, 1})) {
        CHECK(p == 1); // never more than 1
    }
    CHECK(statistics::permutations_needed(26, 0.05) == 1039);
}

TEST_CASE("Poisson limits agree with published tables", "[measures]") {
    // Exact 95% confidence limits of counts 0, 1, 5 (Pearson & Hartley, table 40), and Byar's of 10
    // and 49.
    using statistics::poisson_limits;
    CHECK(poisson_limits(0, statistics::z_95).low == 0);
    CHECK(poisson_limits(0, statistics::z_95).high == Approx(3.689).margin(0.001));
    CHECK(poisson_limits(1, statistics::z_95).low == Approx(0.0253).margin(0.0001));
    CHECK(poisson_limits(1, statistics::z_95).high == Approx(5.572).margin(0.001));
    CHECK(poisson_limits(5, statistics::z_95).low == Approx(1.623).margin(0.001));
    CHECK(poisson_limits(5, statistics::z_95).high == Approx(11.668).margin(0.001));
    CHECK(poisson_limits(10, statistics::z_95).high == Approx(18.39).margin(0.01));
    CHECK(poisson_limits(49, statistics::z_95).low == Approx(36.2475706528));
    CHECK(poisson_limits(49, statistics::z_95).high == Approx(64.7819948054));
}

TEST_CASE("Tails of the distributions", "[measures]") {
    CHECK(statistics::poisson_upper(0, 3) == 1);
    CHECK(statistics::poisson_upper(1, 3) == Approx(1 - std::exp(-3.0)));
    CHECK(statistics::poisson_lower(0, 3) == Approx(std::exp(-3.0)));
    CHECK(statistics::binomial_lower(1, 3, 0.5) == Approx(0.5));
    CHECK(statistics::binomial_lower(3, 3, 0.5) == 1);
    const auto wilson = statistics::wilson_limits(0, 10, statistics::z_95);
    CHECK(wilson.low == 0);
    CHECK(wilson.high == Approx(0.2775).margin(0.0001));
}

TEST_CASE("Rates that vary less than chance are all shrunk to the mean", "[measures]") {
    const auto rates = measures::eb_rates({10, 11, 9}, {1000, 1000, 1000});
    for (const double rate : rates) {
        CHECK(rate == Approx(0.01));
    }
}

TEST_CASE("Shrunk rates of suppressed counts include those of every combination", "[measures]") {
    RandomStream random(5, 1);
    for (int trial = 0; trial < 40; ++trial) {
        std::vector<double> low;
        std::vector<double> high;
        std::vector<double> people;
        for (int i = 0; i < 6; ++i) {
            low.push_back(random.below(20));
            high.push_back(low.back() + (i < 3 ? 4 : 0));
            people.push_back(500 + random.below(2000));
        }
        const auto ranges = measures::eb_rate_ranges(low, high, people);
        auto counts = low;
        for (counts[0] = low[0]; counts[0] <= high[0]; ++counts[0]) {
            for (counts[1] = low[1]; counts[1] <= high[1]; ++counts[1]) {
                for (counts[2] = low[2]; counts[2] <= high[2]; ++counts[2]) {
                    const auto rates = measures::eb_rates(counts, people);
                    for (std::size_t i = 0; i < rates.size(); ++i) {
                        if (rates[i] < ranges[i].low - 1e-12 || rates[i] > ranges[i].high + 1e-12) {
                            FAIL("ward " << i << ": " << rates[i] << " is outside");
                        }
                    }
                }
            }
        }
    }
    const auto exact = measures::eb_rate_ranges({3, 9, 4}, {3, 9, 4}, {700, 800, 900});
    const auto rates = measures::eb_rates({3, 9, 4}, {700, 800, 900});
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(exact[i].low == rates[i]);
        CHECK(exact[i].high == rates[i]);
    }
}
