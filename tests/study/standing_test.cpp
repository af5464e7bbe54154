// SPDX-License-Identifier: MIT
#include "study/category_result.h"
#include "study/standing.h"

#include "study/area_value.h"
#include "support/catch.h"

using namespace wardmap;

TEST_CASE("Ties share the best rank and unknown wards have none", "[study]") {
    const std::vector<Cell> cells = {Cell::known(5), Cell::suppressed(0, 4), Cell::known(9),
                                     Cell::known(5), Cell::missing(),        Cell::known(1)};
    const auto high = standings(cells, Order::highest_first);
    CHECK(high[2]->rank == 1);
    CHECK(high[0]->rank == 2);
    CHECK(high[3]->rank == 2);
    CHECK(high[0]->tied);
    CHECK_FALSE(high[2]->tied);
    CHECK(high[5]->rank == 4);
    CHECK(high[5]->of == 4);
    CHECK_FALSE(high[1]);
    CHECK_FALSE(high[4]);
    CHECK(standings(cells, Order::lowest_first)[5]->rank == 1);
}

TEST_CASE("The area's rate is the sum over the sum, an interval if wards are suppressed",
          "[study]") {
    CategoryResult category;
    category.spec.measure = project::MeasureKind::rate;
    category.spec.per = 1000;
    category.figures = {Cell::known(10), Cell::known(30)};
    const std::vector<Cell> residents = {Cell::known(1000), Cell::known(3000)};
    const std::vector<double> areas = {1e6, 3e6};
    CHECK(area_value(category, residents, areas) == Cell::known(10)); // 40 of 4,000

    category.figures[0] = Cell::suppressed(0, 4);
    CHECK(area_value(category, residents, areas) == Cell::suppressed(7.5, 8.5));

    join::Reconciliation total;
    total.stated = 33;
    total.agrees = true;
    category.accounts.resize(1);
    category.accounts.front().totals = {total};
    CHECK(area_value(category, residents, areas) == Cell::known(8.25)); // the table's own total

    category.spec.measure = project::MeasureKind::density;
    CHECK(area_value(category, {}, areas) == Cell::known(8.25)); // 33 on 4 km²

    category.spec.measure = project::MeasureKind::mean;
    CHECK(area_value(category, {}, areas) == Cell::missing());
}

TEST_CASE("A missing figure or denominator leaves the area without a value", "[study]") {
    CategoryResult category;
    category.spec.measure = project::MeasureKind::rate;
    category.figures = {Cell::known(10), Cell::missing()};
    CHECK(area_value(category, {Cell::known(5), Cell::known(5)}, {1, 1}).is_missing());
    category.figures[1] = Cell::known(1);
    CHECK(area_value(category, {Cell::known(5), Cell::missing()}, {1, 1}).is_missing());
}

TEST_CASE("A rank has the worst value that suppressed figures allow", "[study]") {
    const auto places = standings({Cell::known(9), Cell::suppressed(0, 4), Cell::known(3),
                                   Cell::suppressed(0, 12), Cell::known(1), Cell::missing()},
                                  Order::highest_first);
    CHECK(places[0]->rank == 1);
    CHECK(places[0]->worst == 2); // of 12 at most
    CHECK(places[2]->rank == 2);
    CHECK(places[2]->worst == 4);
    CHECK(places[4]->rank == 3);
    CHECK(places[4]->worst == 5);
    const auto low = standings({Cell::known(9), Cell::suppressed(0, 4)}, Order::lowest_first);
    CHECK(low[0]->rank == 1);
    CHECK(low[0]->worst == 2);
}
