// SPDX-License-Identifier: MIT
#include "statistics/concentration.h"

#include <vector>

#include "support/catch.h"

using namespace wardmap::statistics;
using Values = std::vector<double>;

TEST_CASE("The Gini coefficient of equal wards, by hand", "[statistics]") {
    const Values ones(4, 1.0);
    // (2 (1 1 + 2 2 + 3 3 + 4 4) - 5 x 10) / (4 x 10)
    CHECK(*gini(Values{3, 1, 4, 2}, ones) == Approx(0.25));
    CHECK(*gini(Values{5, 5, 5, 5}, ones) == Approx(0));
    CHECK(*gini(Values{0, 0, 0, 9}, ones) == Approx(0.75));
    CHECK_FALSE(gini(Values{0, 0, 0, 0}, ones));
}

TEST_CASE("The Gini coefficient of unequal wards is that of their rates", "[statistics]") {
    // (0.75, 0.25), (1, 1): 1 - (0.75 x 0.25 + 0.25 x 1.25)
    CHECK(*gini(Values{30, 10}, Values{1, 3}) == Approx(0.5));
    CHECK(*gini(Values{10, 30, 60}, Values{100, 300, 600}) == Approx(0).margin(1e-12));
    // All events in a ward with a tenth of the people.
    CHECK(*gini(Values{0, 7}, Values{9, 1}) == Approx(0.9));
    // Merging or splitting wards with the same rate makes no difference.
    CHECK(*gini(Values{10, 20, 90}, Values{10, 20, 20}) ==
          Approx(*gini(Values{30, 90}, Values{30, 20})));
}

TEST_CASE("The Lorenz curve goes from corner to corner, lowest rate first", "[statistics]") {
    const auto curve = lorenz_curve(Values{30, 10, 60}, Values{1, 2, 1});
    REQUIRE(curve.size() == 4);
    CHECK(curve[0] == LorenzPoint{0, 0});
    CHECK(curve[1] == LorenzPoint{0.5, 0.1});
    CHECK(curve[2] == LorenzPoint{0.75, 0.4});
    CHECK(curve[3] == LorenzPoint{1, 1});
    CHECK(lorenz_curve(Values{0, 0}, Values{1, 1}).empty());
}

TEST_CASE("The share of the top wards", "[statistics]") {
    const Values counts = {5, 40, 25, 30};
    CHECK(*share_of_top(counts, 1) == Approx(0.4));
    CHECK(*share_of_top(counts, 2) == Approx(0.7));
    CHECK(*share_of_top(counts, 9) == 1);
    CHECK(*share_of_top(counts, 0) == 0);
    CHECK_FALSE(share_of_top(Values{0, 0}, 1));
}
