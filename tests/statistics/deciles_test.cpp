// SPDX-License-Identifier: MIT
#include "statistics/deciles.h"

#include "support/catch.h"

using namespace wardmap::statistics;

TEST_CASE("Decile 1 holds the first tenth, as in the Indices of Deprivation", "[statistics]") {
    // The Indices of 2019: 32,844 areas, the first decile is ranks 1 to 3,284.
    CHECK(group_of_rank(1, 32844) == 1);
    CHECK(group_of_rank(3284, 32844) == 1);
    CHECK(group_of_rank(3285, 32844) == 2);
    CHECK(group_of_rank(32844, 32844) == 10);
    CHECK(group_of_rank(26, 26) == 10);
    CHECK(group_of_rank(3, 26) == 2);
    CHECK(group_of_rank(2, 26) == 1);
    CHECK(group_of_rank(6, 26, 5) == 2);
}
