// SPDX-License-Identifier: MIT
#include "measures/measure.h"

#include "support/catch.h"

using namespace wardmap;
using project::MeasureKind;

namespace {

project::Category category(MeasureKind kind) {
    project::Category spec;
    spec.measure = kind;
    spec.unit = "incidents";
    spec.denominator = "residents";
    return spec;
}

} // namespace

TEST_CASE("A rate keeps suppressed figures as intervals", "[measures]") {
    // As_printed table W1 with 2011 residents: Boughton Monchelsea 0.3833 to 1.5332 for 1 to 4.
    const auto values = measures::measure(
        category(MeasureKind::rate),
        {Cell::known(75), Cell::suppressed(1, 4), Cell::missing(), Cell::known(3)},
        {Cell::known(9690), Cell::known(2609), Cell::known(100), Cell::missing()}, {1, 1, 1, 1});
    CHECK(values[0].value() == Approx(7.7399).epsilon(1e-4));
    CHECK(values[1].low() == Approx(0.3833).epsilon(1e-3));
    CHECK(values[1].high() == Approx(1.5332).epsilon(1e-3));
    CHECK(values[1].is_suppressed());
    CHECK(values[2].is_missing());
    CHECK(values[3].is_not_calculable());
}

TEST_CASE("A denominator of zero makes a rate not calculable, not infinite", "[measures]") {
    const auto values =
        measures::measure(category(MeasureKind::rate), {Cell::known(5)}, {Cell::known(0)}, {1});
    CHECK(values[0].is_not_calculable());
}

TEST_CASE("Share, density, index and the plain measures", "[measures]") {
    CHECK(measures::measure(category(MeasureKind::share), {Cell::known(1), Cell::known(3)}, {},
                            {1, 1})[1] == Cell::known(75));
    CHECK(measures::measure(category(MeasureKind::share), {Cell::known(1), Cell::suppressed(0, 4)},
                            {}, {1, 1})[0] == Cell::suppressed(20, 100)); // 1 of 5, 1 of 1
    CHECK(measures::measure(category(MeasureKind::density), {Cell::known(10)}, {}, {2.5e6})[0] ==
          Cell::known(4));
    CHECK(measures::measure(category(MeasureKind::index), {Cell::known(9)}, {Cell::known(8)},
                            {1})[0] == Cell::known(112.5));
    CHECK(measures::measure(category(MeasureKind::mean), {Cell::known(9)}, {}, {1})[0] ==
          Cell::known(9));
}

TEST_CASE("Units read as English", "[measures]") {
    CHECK(measures::unit_of(category(MeasureKind::rate), "residents").title() ==
          "incidents per 1,000 residents");
    CHECK(measures::unit_of(category(MeasureKind::share), "").title() == "% of all incidents");
    CHECK(measures::unit_of(category(MeasureKind::density), "").title() == "incidents per km²");
    auto rank = category(MeasureKind::rank);
    rank.unit = "national rank";
    rank.of = 326;
    rank.rank_meaning = "most deprived";
    CHECK(measures::unit_of(rank, "").title() == "national rank of 326 (1 = most deprived)");
}

TEST_CASE("Wards without a denominator, or with more cases than people, are named", "[measures]") {
    const auto findings = measures::warnings(
        category(MeasureKind::rate), {Cell::known(5), Cell::known(5), Cell::known(5)},
        {Cell::known(0), Cell::known(3), Cell::known(9)}, {"Airport", "Centre", "Suburb"});
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].found == "1 area without a denominator (Airport): not calculable");
    CHECK(findings[1].found == "more incidents than residents in Centre");
}
