// SPDX-License-Identifier: MIT
#include "disclosure/linear.h"

#include <cmath>
#include <limits>
#include <random>

#include "support/catch.h"

using wardmap::disclosure::range_of;
using wardmap::disclosure::Row;

TEST_CASE("A sum and one part give the other part", "[disclosure]") {
    const auto range = range_of({0, 1}, {{{1, 1}, 10, 10}, {{1, 0}, 7, 7}});
    REQUIRE(range);
    CHECK(range->low == Approx(3));
    CHECK(range->high == Approx(3));
}

TEST_CASE("Three sums of two give all three figures", "[disclosure]") {
    // Bounds of single sums do not show this: 5 + 6, 5 + 7, 6 + 7.
    const std::vector<Row> rows = {{{1, 1, 0}, 11, 11}, {{1, 0, 1}, 12, 12}, {{0, 1, 1}, 13, 13}};
    for (std::size_t k = 0; k < 3; ++k) {
        std::vector<double> one(3, 0);
        one[k] = 1;
        const auto range = range_of(one, rows);
        REQUIRE(range);
        CHECK(range->low == Approx(5.0 + double(k)));
        CHECK(range->high == Approx(5.0 + double(k)));
    }
}

TEST_CASE("An unbounded sum has infinite ends, contradictory rows have no range", "[disclosure]") {
    const auto free = range_of({1}, {});
    REQUIRE(free);
    CHECK(free->low == 0);
    CHECK(std::isinf(free->high));
    CHECK_FALSE(range_of({1}, {{{1}, 2, 3}, {{1}, 4, 5}}));
    CHECK_FALSE(range_of({1}, {{{1}, -2, -1}}));
}

TEST_CASE("Ranges hold every solution and are reached by one", "[disclosure]") {
    std::mt19937 random(7); // NOLINT: the same numbers each time
    for (int round = 0; round < 300; ++round) {
        // Whole numbers 0 to 3 in four unknowns, and three sums of some of them known to within 1.
        std::vector<Row> rows;
        for (std::size_t k = 0; k < 4; ++k) {
            Row row{std::vector<double>(4, 0), 0, 3};
            row.coefficients[k] = 1;
            rows.push_back(row);
        }
        for (int sum = 0; sum < 3; ++sum) {
            Row row{{}, 0, 0};
            for (int k = 0; k < 4; ++k) {
                row.coefficients.push_back(double(random() % 2));
            }
            row.low = double(random() % 6);
            row.high = row.low + double(random() % 2);
            rows.push_back(row);
        }
        const std::vector<double> asked = {1, 0, 1, 0};
        double least = std::numeric_limits<double>::infinity();
        double most = -least;
        for (int n = 0; n < 256; ++n) {
            const double x[] = {double(n & 3), double((n >> 2) & 3), double((n >> 4) & 3),
                                double((n >> 6) & 3)};
            bool fits = true;
            for (const auto& row : rows) {
                double s = 0;
                for (std::size_t k = 0; k < 4; ++k) {
                    s += row.coefficients[k] * x[k];
                }
                fits = fits && s >= row.low && s <= row.high;
            }
            if (!fits) continue;
            least = std::min(least, x[0] + x[2]);
            most = std::max(most, x[0] + x[2]);
        }
        const auto range = range_of(asked, rows);
        if (std::isinf(least)) continue; // without a whole solution there may be a fractional one
        REQUIRE(range);
        CHECK(range->low <= least + 1e-6);
        CHECK(range->high >= most - 1e-6);
        CHECK(range->low > least - 1.001); // between whole solutions there are only fractions
        CHECK(range->high < most + 1.001);
    }
}
