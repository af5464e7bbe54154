// SPDX-License-Identifier: MIT
#include "statistics/backtest.h"

#include <vector>

#include "support/catch.h"

using namespace wardmap::statistics;
using Values = std::vector<double>;
using Wards = std::vector<std::size_t>;

TEST_CASE("A list is measured by the events found, its cost and the best possible list",
          "[statistics]") {
    // Two of five wards, 3 of 20 km², hold 25 of 50 later events; the best two would hold 40.
    const auto test = back_test(Wards{0, 2}, Values{20, 20, 5, 5, 0}, Values{1, 8, 2, 4, 5});
    REQUIRE(test);
    CHECK(test->hit_rate == Approx(0.5));
    CHECK(test->by_chance == Approx(0.15));
    CHECK(test->predictive_accuracy == Approx(0.5 / 0.15));
    CHECK(test->efficiency == Approx(25.0 / 40));
}

TEST_CASE("The best list has an efficiency of 1, a list of all wards an accuracy of 1",
          "[statistics]") {
    const Values later = {3, 9, 6, 2};
    const Values ones(4, 1.0);
    CHECK(back_test(Wards{1, 2}, later, ones)->efficiency == Approx(1));
    CHECK(back_test(Wards{1, 2}, later, ones)->predictive_accuracy == Approx(1.5));
    const auto all = back_test(Wards{0, 1, 2, 3}, later, ones);
    CHECK(all->hit_rate == Approx(1));
    CHECK(all->predictive_accuracy == Approx(1));
}

TEST_CASE("Without a list or without later events there is no result", "[statistics]") {
    CHECK_FALSE(back_test(Wards{}, Values{1, 2}, Values{1, 1}));
    CHECK_FALSE(back_test(Wards{0}, Values{0, 0}, Values{1, 1}));
}
