// SPDX-License-Identifier: MIT
#include "measures/unit.h"

#include "support/catch.h"

using wardmap::measures::Unit;

TEST_CASE("A rate's unit follows its value", "[measures]") {
    const Unit unit{Unit::Form::after, "incidents", "per 1,000 residents"};
    CHECK(unit.title() == "incidents per 1,000 residents");
    CHECK(unit.with("84.1") == "84.1 incidents per 1,000 residents");
}

TEST_CASE("A share's value precedes its denominator, whatever its noun contains", "[measures]") {
    const Unit unit{Unit::Form::share, "stops, % with outcome recorded", "of residents"};
    CHECK(unit.title() == "stops, % with outcome recorded, % of residents");
    CHECK(unit.with("0.6") == "0.6% of residents (stops, % with outcome recorded)");
    CHECK(Unit{Unit::Form::share, "incidents", ""}.with("12") == "12% of all incidents");
}

TEST_CASE("A rank's value is between its name and how many were ranked", "[measures]") {
    const Unit unit{Unit::Form::rank, "national rank", "of 326 (1 = most deprived)"};
    CHECK(unit.title() == "national rank of 326 (1 = most deprived)");
    CHECK(unit.with("5") == "national rank 5 of 326 (1 = most deprived)");
    CHECK(Unit{Unit::Form::rank, "rank of need", ""}.with("5") == "rank of need 5");
}

TEST_CASE("A score's name is before its value", "[measures]") {
    const Unit unit{Unit::Form::before, "index", "(100 = average)"};
    CHECK(unit.with("131") == "index (100 = average) 131");
}
