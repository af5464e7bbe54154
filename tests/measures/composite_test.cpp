// SPDX-License-Identifier: MIT
#include "measures/composite.h"

#include "support/catch.h"

using namespace wardmap;
using measures::MissingPartPolicy;

namespace {

std::vector<Cell> known(const std::vector<double>& values) {
    std::vector<Cell> cells;
    for (const double value : values) {
        cells.push_back(Cell::known(value));
    }
    return cells;
}

} // namespace

TEST_CASE("Weighted sums add intervals, and need every part", "[measures]") {
    const std::vector<Cell> a = {Cell::known(2), Cell::suppressed(0, 4), Cell::missing()};
    const std::vector<Cell> b = known({1, 1, 1});
    const auto sums = measures::weighted_sums({{a, 1}, {b, 10}});
    CHECK(sums[0] == Cell::known(12));
    CHECK(sums[1] == Cell::suppressed(10, 14));
    CHECK(sums[2].is_missing());
}

TEST_CASE("An index of means is 100 on average, and turns reversed parts round", "[measures]") {
    // Means 10 and 4. Ward 0: 100 * 20/10 = 200 and 200 - 100 * 2/4 = 150; mean 175.
    const auto burglary = known({20, 5, 5});
    const auto attainment = known({2, 4, 6});
    const auto index = measures::index_of_means({{burglary, 1}, {attainment, 1, true}},
                                                MissingPartPolicy::missing);
    CHECK(index[0].value() == Approx(175));
    CHECK(index[1].value() == Approx((50 + 100) / 2.0));
    CHECK((index[0].value() + index[1].value() + index[2].value()) / 3 == Approx(100));
    const auto weighted = measures::index_of_means({{burglary, 3}, {attainment, 1, true}},
                                                   MissingPartPolicy::missing);
    CHECK(weighted[0].value() == Approx((3 * 200 + 150) / 4.0));
}

TEST_CASE("A ward that lacks a part is missing, or keeps the others", "[measures]") {
    const std::vector<Cell> a = {Cell::missing(), Cell::known(10), Cell::known(10)};
    const auto b = known({4, 2, 3});
    CHECK(measures::index_of_means({{a, 1}, {b, 1}}, MissingPartPolicy::missing)[0].is_missing());
    CHECK(measures::index_of_means({{a, 1}, {b, 1}}, MissingPartPolicy::left_out)[0].value() ==
          Approx(400.0 / 3));
    // Less than half of the weight is no index.
    CHECK(measures::index_of_means({{a, 3}, {b, 1}}, MissingPartPolicy::left_out)[0].is_missing());
}

TEST_CASE("A withheld part makes the index an interval, reversed the other way round",
          "[measures]") {
    const std::vector<Cell> a = {Cell::suppressed(0, 4), Cell::known(4)};
    const auto index =
        measures::index_of_means({{a, 1, true}, {known({1, 1}), 1}}, MissingPartPolicy::missing);
    // Mean of 2 and 4 is 3: 200 - 0 and 200 - 133.3, with 100 from the other.
    CHECK(index[0].low() == Approx((200 - 400 / 3.0 + 100) / 2));
    CHECK(index[0].high() == Approx(150));
}

TEST_CASE("A location quotient compares a ward's mix with the area's", "[measures]") {
    // Ward 0: 10 of 20 are burglaries, in all 15 of 60: (1/2) / (1/4) = 2.
    const auto quotients = measures::location_quotients(known({10, 5, 0}), known({20, 40, 0}));
    CHECK(quotients[0].value() == Approx(2));
    CHECK(quotients[1].value() == Approx(0.5));
    CHECK(quotients[2].is_not_calculable());
}

TEST_CASE("Ranks with one part left out show what an index hangs on", "[measures]") {
    const auto a = known({9, 1, 2});
    const auto b = known({1, 3, 2});
    const auto c = known({1, 3, 2});
    const auto ranks =
        measures::ranks_leaving_one_out({{a, 1}, {b, 1}, {c, 1}}, MissingPartPolicy::missing);
    CHECK(ranks[0] == std::pair<std::size_t, std::size_t>{1, 3}); // first only thanks to a
    CHECK(ranks[1] == std::pair<std::size_t, std::size_t>{1, 2});
}

TEST_CASE("Changes in per cent; a rise from zero has none", "[measures]") {
    const auto people = known({1000, 1000, 1000});
    const auto changes = measures::changes(known({10, 0, 0}), people, known({15, 4, 0}), people);
    const auto cells = measures::percent_changes(changes);
    CHECK(cells[0].value() == Approx(50));
    CHECK(cells[1].is_not_calculable());
    CHECK(cells[2].is_missing());
}
