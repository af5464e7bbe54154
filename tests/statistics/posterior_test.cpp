// SPDX-License-Identifier: MIT
#include "statistics/posterior.h"

#include "support/catch.h"

using namespace wardmap::statistics;

TEST_CASE("The probability that a rate is above another is that of the gamma posterior",
          "[statistics]") {
    // Prior of shape 3 and rate 200: mean 0.015, variance 0.000075.
    // R: pgamma(0.02, shape = 3 + 40, rate = 200 + 1500, lower = FALSE)
    const auto p = probability_above(40, 1500, 0.015, 0.000075, 0.02);
    REQUIRE(p);
    CHECK(*p == Approx(0.923663162305));
    CHECK(*probability_above(40, 1500, 0.015, 0.000075, 0) == 1);
}

TEST_CASE("Wards that do not differ beyond chance have no such probability", "[statistics]") {
    CHECK_FALSE(probability_above(40, 1500, 0.015, 0, 0.02));
}

TEST_CASE("A large ward's probability follows its own rate, a small one's the others'",
          "[statistics]") {
    CHECK(*probability_above(300, 10000, 0.02, 0.0001, 0.02) > 0.9999);
    CHECK(*probability_above(0, 1, 0.02, 0.00001, 0.02) == Approx(0.46).margin(0.03));
}
