// SPDX-License-Identifier: MIT
#include "hotspots/persistence.h"

#include <cmath>

#include "support/catch.h"

using namespace wardmap::hotspots;

namespace {

/// '+' hot, '-' cold, '.' neither; z according to the text, or rising / falling if requested.
Pattern hot_pattern(const std::string& steps, double slope = 0) {
    std::vector<bool> hot;
    std::vector<bool> cold;
    std::vector<double> z;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        hot.push_back(steps[i] == '+');
        cold.push_back(steps[i] == '-');
        // Without a slope the series goes up and down and has no trend.
        z.push_back(slope == 0 ? double(i % 2) : slope * double(i));
    }
    return persistence(z, hot, cold, 0.05).hot;
}

} // namespace

TEST_CASE("Mann-Kendall's test of short series, by hand", "[hotspots]") {
    // 1 2 3 4 5: S = 10, Var = 5*4*15/18 = 16.667, Z = 9 / 4.0825.
    const auto up = mann_kendall({1, 2, 3, 4, 5});
    CHECK(up.s == 10);
    CHECK(up.z == Approx(9 / std::sqrt(50.0 / 3)));
    CHECK(up.tau == Approx(1));
    // Ties: 1 1 2 2: S = 4; Var = (4*3*13 - 2 * 2*1*9)/18 = 120/18; tau-b = 4/sqrt(4*6).
    const auto tied = mann_kendall({1, 1, 2, 2});
    CHECK(tied.s == 4);
    CHECK(tied.z == Approx(3 / std::sqrt(120.0 / 18)));
    CHECK(tied.tau == Approx(4 / std::sqrt(24.0)));
    CHECK(mann_kendall({3, 3, 3}).p == 1);
    CHECK(mann_kendall({}).p == 1);
    CHECK(mann_kendall({5, 4, 3, 2, 1}).s == -10);
}

TEST_CASE("Each pattern of emerging hot spots", "[hotspots]") {
    CHECK(hot_pattern("..........") == Pattern::none);
    CHECK(hot_pattern(".........+") == Pattern::fresh);
    CHECK(hot_pattern(".......+++") == Pattern::consecutive);
    CHECK(hot_pattern("++++++++++", 1) == Pattern::intensifying);
    CHECK(hot_pattern("++++++++++") == Pattern::persistent);
    CHECK(hot_pattern("++++++++++", -1) == Pattern::diminishing);
    CHECK(hot_pattern("+..+..+..+") == Pattern::sporadic);
    CHECK(hot_pattern("-..+..+..+") == Pattern::oscillating);
    CHECK(hot_pattern("+++++++++.") == Pattern::historical);
    CHECK(hot_pattern("++++......") == Pattern::none); // was hot, no longer is
    CHECK(hot_pattern("") == Pattern::none);
}

TEST_CASE("Cold patterns mirror hot ones", "[hotspots]") {
    const std::vector<bool> cold(10, true);
    const std::vector<bool> hot(10, false);
    std::vector<double> z;
    for (int i = 0; i < 10; ++i) {
        z.push_back(-i);
    }
    CHECK(persistence(z, hot, cold, 0.05).cold == Pattern::intensifying); // ever colder
    CHECK(persistence(z, hot, cold, 0.05).hot == Pattern::none);
}
