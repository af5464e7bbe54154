// SPDX-License-Identifier: MIT
#include "measures/change.h"

#include <cmath>

#include "base/philox.h"
#include "statistics/change.h"
#include "support/catch.h"

using namespace wardmap;

namespace {

std::optional<measures::Change> change(const Cell& earlier, const Cell& later, double before = 1000,
                                       double after = 1000) {
    return measures::changes({earlier}, {Cell::known(before)}, {later}, {Cell::known(after)})
        .wards[0];
}

measures::Changes of_equal_wards(const std::vector<Cell>& earlier, const std::vector<Cell>& later) {
    const std::vector<Cell> people(earlier.size(), Cell::known(1000));
    return measures::changes(earlier, people, later, people);
}

std::vector<Cell> known(const std::vector<double>& values) {
    std::vector<Cell> cells;
    for (const double value : values) {
        cells.push_back(Cell::known(value));
    }
    return cells;
}

} // namespace

TEST_CASE("A change is tested by the conditional binomial", "[measures]") {
    const auto c = change(Cell::known(10), Cell::known(20));
    REQUIRE(c);
    CHECK(c->ratio_low == Approx(2));
    // P(X > 20 | 30, 1/2) + P(X = 20) / 2, doubled: 2 (0.0213869 + 0.0279816 / 2).
    CHECK(c->p.low == Approx(0.0707554).epsilon(1e-4));
    CHECK(c->p.low == c->p.high);
    // R: binom.test(20, 30)$conf.int = 0.4718800 0.8271258; p / (1 - p) of both.
    CHECK(c->ratio_95.low == Approx(0.4718800 / 0.5281200).epsilon(1e-5));
    CHECK(c->ratio_95.high == Approx(0.8271258 / 0.1728742).epsilon(1e-5));
}

TEST_CASE("Longer periods and more people are allowed for", "[measures]") {
    const auto c = change(Cell::known(10), Cell::known(20), 1000, 2000);
    CHECK(c->ratio_low == Approx(1));
    CHECK(c->p.low > 0.8);
}

TEST_CASE("From zero the ratio is infinite, and with both counts zero there is no change",
          "[measures]") {
    const auto risen = change(Cell::known(0), Cell::known(5));
    REQUIRE(risen);
    CHECK(std::isinf(risen->ratio_low));
    CHECK(risen->ratio_95.low > 0);
    CHECK(risen->p.low == Approx(std::pow(0.5, 5))); // twice half of P(X = 5)
    CHECK(change(Cell::known(5), Cell::known(0))->ratio_high == 0);
    CHECK_FALSE(change(Cell::known(0), Cell::known(0)));
    CHECK_FALSE(change(Cell::missing(), Cell::known(1)));
    CHECK_FALSE(change(Cell::known(1), Cell::known(1), 0));
}

TEST_CASE("Wards that rise like the area have risen, but not against the area", "[measures]") {
    const auto found =
        of_equal_wards(known({100, 110, 90, 105, 95, 100}), known({150, 165, 135, 158, 142, 150}));
    CHECK(found.area.is_tested);
    CHECK(found.area.ratio.low == Approx(1.5));
    CHECK(found.area.dispersion.high == 1);
    for (const auto& ward : found.wards) {
        CHECK(ward->p.high < 0.01);
        CHECK(ward->score.low > 0);
        CHECK(ward->area_p.low > 0.8);
    }
}

TEST_CASE("A change covers all values of suppressed counts, of the ward and of others",
          "[measures]") {
    RandomStream random(3, 9);
    for (int trial = 0; trial < 50; ++trial) {
        std::vector<Cell> earlier;
        std::vector<Cell> later;
        for (int i = 0; i < 6; ++i) {
            const double count = 3 + random.below(30);
            earlier.push_back(i == 0 ? Cell::suppressed(0, 4) : Cell::known(count));
            later.push_back(i == 1 ? Cell::suppressed(1, 4)
                                   : Cell::known(double(random.below(40))));
        }
        const auto found = of_equal_wards(earlier, later);
        for (double a = 0; a <= 4; ++a) {
            for (double b = 1; b <= 4; ++b) {
                earlier[0] = Cell::known(a);
                later[1] = Cell::known(b);
                const auto one = of_equal_wards(earlier, later);
                for (std::size_t i = 0; i < 6; ++i) {
                    if (!one.wards[i]) continue;
                    const auto& truth = *one.wards[i];
                    const auto& ours = *found.wards[i];
                    CHECK(ours.score.low <= truth.score.low + 1e-9);
                    CHECK(ours.score.high >= truth.score.high - 1e-9);
                    CHECK(ours.area_score.low <= truth.area_score.low + 1e-9);
                    CHECK(ours.area_score.high >= truth.area_score.high - 1e-9);
                    CHECK(ours.p.low <= truth.p.low + 1e-12);
                    CHECK(ours.p.high >= truth.p.high - 1e-12);
                }
            }
        }
    }
}

TEST_CASE("Known changes are those of statistics::test_changes", "[measures]") {
    const std::vector<double> before = {30, 12, 50, 8, 22};
    const std::vector<double> after = {60, 10, 48, 20, 19};
    std::vector<statistics::TwoPeriods> pairs;
    for (std::size_t i = 0; i < before.size(); ++i) {
        pairs.push_back({before[i], after[i], 1000, 1000});
    }
    const auto theirs = statistics::test_changes(pairs, statistics::common_ratio(pairs));
    const auto ours = of_equal_wards(known(before), known(after));
    CHECK(ours.area.dispersion.low == Approx(theirs.dispersion));
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(ours.wards[i]->p.low == Approx(theirs.wards[i].p));
        CHECK(ours.wards[i]->area_p.low == Approx(theirs.wards[i].area_p));
    }
}
