// SPDX-License-Identifier: MIT
#include "statistics/change.h"

#include <cmath>
#include <vector>

#include "base/philox.h"
#include "statistics/mid_p.h"
#include "support/catch.h"

using namespace wardmap::statistics;

TEST_CASE("A change has the exact limits of the conditional binomial", "[statistics]") {
    // R: binom.test(20, 30)$conf.int = 0.4718800 0.8271258; at 99.8% 0.371759872606 0.889541436879;
    // p / (1 - p) of both.
    const TwoPeriods periods{10, 20, 1, 1};
    CHECK(rate_ratio(periods) == Approx(2));
    CHECK(rate_ratio_limits(periods, z_95).low == Approx(0.4718800 / 0.5281200).epsilon(1e-6));
    CHECK(rate_ratio_limits(periods, z_95).high == Approx(0.8271258 / 0.1728742).epsilon(1e-6));
    CHECK(rate_ratio_limits(periods, z_998).low == Approx(0.371759872606 / 0.628240127394));
    CHECK(rate_ratio_limits(periods, z_998).high == Approx(0.889541436879 / 0.110458563121));
    // Twice the exposure later: half the ratio.
    CHECK(rate_ratio_limits({10, 20, 1, 2}, z_95).low ==
          Approx(rate_ratio_limits(periods, z_95).low / 2));
}

TEST_CASE("From zero and to zero a change has one limit", "[statistics]") {
    const auto risen = rate_ratio_limits({0, 5, 1, 1}, z_95);
    CHECK(std::isinf(rate_ratio({0, 5, 1, 1})));
    // R: binom.test(5, 5)$conf.int[1] = 1 - 0.521823750105
    CHECK(risen.low == Approx((1 - 0.521823750105) / 0.521823750105));
    CHECK(std::isinf(risen.high));
    CHECK(rate_ratio_limits({5, 0, 1, 1}, z_95).low == 0);
    CHECK(rate_ratio_limits({5, 0, 1, 1}, z_95).high == Approx(1 / risen.low));
    CHECK(rate_ratio_limits({0, 0, 1, 1}, z_95).low == 0);
    CHECK(std::isinf(rate_ratio_limits({0, 0, 1, 1}, z_95).high));
    CHECK(std::isnan(rate_ratio({0, 0, 1, 1})));
}

TEST_CASE("A change is scored against any common change", "[statistics]") {
    // R: mid-p of pbinom(later, both, share) as a normal score.
    CHECK(change_score({2, 6, 1, 1}, 1) == Approx(1.3417178410803));
    CHECK(change_score({10, 20, 1, 1}, 1) == Approx(1.8070431856518));
    CHECK(change_score({10, 20, 1, 1}, 2) == Approx(-0.0206861145308));
    CHECK(change_score({10, 20, 1, 2}, 1) == Approx(-0.0206861145308));
    CHECK(change_score({5, 0, 1, 1}, 1) == Approx(-2.1538746940615));
    CHECK(change_score({25, 15, 1, 1}, 1.2) == Approx(-2.1372206649340));
    CHECK(change_score({0, 0, 1, 1}, 1) == 0);
}

TEST_CASE("Wards that rise with the area have risen, but not against the area", "[statistics]") {
    std::vector<TwoPeriods> wards;
    for (int i = 0; i < 12; ++i) {
        wards.push_back({40.0 + i, 80.0 + 2 * i, 1000, 1000});
    }
    wards.push_back({40, 40, 1000, 1000});
    const auto changes = test_changes(wards, common_ratio(wards));
    CHECK(changes.area_ratio > 1.8);
    CHECK(changes.dispersion == 1);
    CHECK(changes.wards[0].p < 0.001);
    CHECK(changes.wards[0].area_p > 0.5);
    // The one that stayed the same has not changed, and fell relative to the area.
    CHECK(changes.wards[12].p > 0.9);
    CHECK(changes.wards[12].area_p < 0.01);
    CHECK(changes.wards[12].area_score < 0);
}

TEST_CASE("Widely varying wards need a larger change", "[statistics]") {
    std::vector<TwoPeriods> wards;
    for (int i = 0; i < 20; ++i) {
        const double swing = i % 2 == 0 ? 30 : -30;
        wards.push_back({100, 100 + swing, 1, 1});
    }
    wards.push_back({100, 140, 1, 1});
    const auto changes = test_changes(wards, 1);
    CHECK(changes.dispersion > 3);
    CHECK(changes.wards[20].p > 0.05);
    CHECK(two_sided_p_of_score(change_score(wards[20], 1)) < 0.01);
}

TEST_CASE("Wards without a change beyond the area's are reported as changed as often as nominal",
          "[statistics]") {
    // 200 areas of 50 wards, each event later with a chance of 0.6: fixed seed.
    wardmap::RandomStream random(5, 5);
    double risen = 0;
    double fallen = 0;
    for (int area = 0; area < 200; ++area) {
        std::vector<TwoPeriods> wards(50);
        for (auto& ward : wards) {
            const std::uint32_t events = 10 + random.below(60);
            for (std::uint32_t event = 0; event < events; ++event) {
                ++(random.uniform() < 0.6 ? ward.later : ward.earlier);
            }
        }
        for (const auto& ward : test_changes(wards, common_ratio(wards)).wards) {
            if (ward.area_score >= z_95) ++risen;
            if (ward.area_score <= -z_95) ++fallen;
        }
    }
    CAPTURE(risen, fallen); // of 10,000; nominal 250
    CHECK(risen > 130);
    CHECK(risen < 290);
    CHECK(fallen > 130);
    CHECK(fallen < 290);
}

TEST_CASE("If the area has no events in a period only no change is tested", "[statistics]") {
    const std::vector<TwoPeriods> wards = {{0, 8, 1, 1}, {0, 1, 1, 1}};
    const auto changes = test_changes(wards, common_ratio(wards));
    CHECK(std::isinf(changes.area_ratio));
    CHECK(changes.wards[0].p < 0.05);
    CHECK(changes.wards[0].area_p == 1);
}
