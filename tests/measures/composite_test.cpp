// SPDX-License-Identifier: MIT
#include "measures/composite.h"

#include "base/philox.h"
#include "measures/measure.h"
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

TEST_CASE("An index of means is 100 on average, and reverses reversed parts", "[measures]") {
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

TEST_CASE("A ward that lacks a part is missing, or uses the others", "[measures]") {
    const std::vector<Cell> a = {Cell::missing(), Cell::known(10), Cell::known(10)};
    const auto b = known({4, 2, 3});
    CHECK(measures::index_of_means({{a, 1}, {b, 1}}, MissingPartPolicy::missing)[0].is_missing());
    CHECK(measures::index_of_means({{a, 1}, {b, 1}}, MissingPartPolicy::left_out)[0].value() ==
          Approx(400.0 / 3));
    // Less than half of the weight is no index.
    CHECK(measures::index_of_means({{a, 3}, {b, 1}}, MissingPartPolicy::left_out)[0].is_missing());
}

TEST_CASE("A suppressed part makes the index an interval, inverted if reversed", "[measures]") {
    const std::vector<Cell> a = {Cell::suppressed(0, 4), Cell::known(4)};
    const auto index =
        measures::index_of_means({{a, 1, true}, {known({1, 1}), 1}}, MissingPartPolicy::missing);
    // 0 of 0 and 4 is 0, 4 of 4 and 4 is 100: reversed 200 and 100, with 100 from the other.
    CHECK(index[0].low() == Approx(100));
    CHECK(index[0].high() == Approx(150));
    // The known ward depends on the withheld one through the mean: 200 to 100, reversed 0 to 100.
    CHECK(index[1].low() == Approx(50));
    CHECK(index[1].high() == Approx(100));
}

TEST_CASE("Indices, quotients and shares hold for every value of suppressed figures",
          "[measures]") {
    RandomStream random(11, 4);
    project::Category share;
    share.origin = project::FromTables();
    share.measure = project::MeasureKind::share;
    for (int trial = 0; trial < 60; ++trial) {
        std::vector<Cell> part;
        std::vector<Cell> whole;
        for (int i = 0; i < 5; ++i) {
            const double count = 1 + random.below(9);
            part.push_back(i < 2 ? Cell::suppressed(0, 4) : Cell::known(count));
            whole.push_back(i == 2 ? Cell::suppressed(10, 13)
                                   : Cell::known(count + 10 + random.below(20)));
        }
        const auto all = [&] {
            return std::vector<std::vector<Cell>>{
                measures::index_of_means({{part, 1}, {whole, 2, true}}, MissingPartPolicy::missing),
                measures::location_quotients(part, whole), measures::measure(share, part, {}, {})};
        };
        const auto ours = all();
        for (double a = 0; a <= 4; ++a) {
            for (double b = 0; b <= 4; ++b) {
                for (double c = 10; c <= 13; ++c) {
                    part[0] = Cell::known(a);
                    part[1] = Cell::known(b);
                    whole[2] = Cell::known(c);
                    const auto truth = all();
                    for (std::size_t kind = 0; kind < truth.size(); ++kind) {
                        for (std::size_t i = 0; i < 5; ++i) {
                            INFO(kind << " " << i);
                            CHECK(ours[kind][i].low() <= truth[kind][i].value() + 1e-9);
                            CHECK(ours[kind][i].high() >= truth[kind][i].value() - 1e-9);
                        }
                    }
                }
            }
        }
        CHECK(ours[0][4].is_suppressed()); // also for a known ward
        CHECK(ours[1][4].is_suppressed());
        CHECK(ours[2][4].is_suppressed());
    }
}

TEST_CASE("A location quotient compares a ward's mix with the area's", "[measures]") {
    // Ward 0: 10 of 20 are burglaries, in all 15 of 60: (1/2) / (1/4) = 2.
    const auto quotients = measures::location_quotients(known({10, 5, 0}), known({20, 40, 0}));
    CHECK(quotients[0].value() == Approx(2));
    CHECK(quotients[1].value() == Approx(0.5));
    CHECK(quotients[2].is_not_calculable());
}

TEST_CASE("Ranks with one part omitted show on which parts an index depends", "[measures]") {
    const auto a = known({9, 1, 2});
    const auto b = known({1, 3, 2});
    const auto c = known({1, 3, 2});
    const auto ranks =
        measures::ranks_leaving_one_out({{a, 1}, {b, 1}, {c, 1}}, MissingPartPolicy::missing);
    CHECK(ranks[0] == std::pair<std::size_t, std::size_t>{1, 3}); // first only because of a
    CHECK(ranks[1] == std::pair<std::size_t, std::size_t>{1, 2});
}

TEST_CASE("Percentage changes; a rise from zero has none", "[measures]") {
    const auto people = known({1000, 1000, 1000});
    const auto changes =
        measures::changes(known({10, 0, 0}), people, known({15, 4, 0}), people).wards;
    const auto cells = measures::percent_changes(changes);
    CHECK(cells[0].value() == Approx(50));
    CHECK(cells[1].is_not_calculable());
    CHECK(cells[2].is_missing());
}
