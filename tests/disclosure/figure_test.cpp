// SPDX-License-Identifier: MIT
#include "disclosure/figure.h"

#include <algorithm>

#include "support/catch.h"

using namespace wardmap;
using namespace wardmap::disclosure;

TEST_CASE("Counts above 0 and under the limit are withheld, 0 is shown", "[disclosure]") {
    const Rule rule{5, 0};
    CHECK(show(Cell::known(0), rule) == Cell::known(0));
    CHECK(show(Cell::known(1), rule) == Cell::suppressed(1, 4));
    CHECK(show(Cell::known(4), rule) == Cell::suppressed(1, 4));
    CHECK(show(Cell::known(5), rule) == Cell::known(5));
    CHECK(show(Cell::missing(), rule) == Cell::missing());
    CHECK(show(Cell::suppressed(0, 7), rule) == Cell::suppressed(0, 7));
}

TEST_CASE("A limit of 2 suppresses every 1, although nothing else is possible", "[disclosure]") {
    CHECK(show(Cell::known(1), {2, 0}) == Cell::suppressed(1, 1));
    CHECK(show(Cell::known(2), {2, 0}) == Cell::known(2));
}

TEST_CASE("The range of a figure split by a lookup includes it", "[disclosure]") {
    CHECK(show(Cell::known(0.3), {5, 0}) == Cell::suppressed(0, 5));
    CHECK(show(Cell::known(4.5), {5, 0}) == Cell::suppressed(0, 5));
    CHECK(show(Cell::known(5.5), {5, 0}) == Cell::known(5.5));
}

TEST_CASE("Rounding keeps the possible range of a figure", "[disclosure]") {
    CHECK(show(Cell::known(17), {5, 5}) == Cell::known(15));
    CHECK(shown_alike(17, {5, 5}) == Range{13, 17});
    // 5 to 7 round to 5; 3 and 4 would too, but are suppressed.
    CHECK(shown_alike(6, {5, 5}) == Range{5, 7});
    // A figure that rounds to 0 may be above 0.
    CHECK(show(Cell::known(2), {0, 5}) == Cell::suppressed(0, 2));
    CHECK(show(Cell::known(0), {0, 5}) == Cell::suppressed(0, 2));
    CHECK(show(Cell::known(0), {5, 5}) == Cell::known(0));
}

TEST_CASE("Halves are rounded up, and the range shows it", "[disclosure]") {
    const Rule rule{0, 10};
    for (const double half : {5.0, 15.0, 25.0, 35.0, 45.0}) {
        CHECK(show(Cell::known(half), rule) == Cell::known(half + 5));
        CHECK(shown_alike(half, rule) == Range{half, half + 9});
        CHECK(shown_alike(half - 1, rule) == Range{std::max(0.0, half - 10), half - 1});
    }
    // The figures under 5 round to 0, which is not shown as a figure.
    CHECK(show(Cell::known(4), rule) == Cell::suppressed(0, 4));
}

TEST_CASE("The range of a rounded figure has all counts that round to it, and no others",
          "[disclosure]") {
    constexpr int most = 60;
    for (int step = 2; step <= 10; ++step) {
        const Rule rule{0, static_cast<double>(step)};
        const auto to_step = [&](int n) { return (2 * n + step) / (2 * step) * step; };
        for (int n = 0; n <= most; ++n) {
            const auto range = shown_alike(n, rule);
            const double at = to_step(n);
            if (at > 0) CHECK(show(Cell::known(n), rule) == Cell::known(at));
            for (int other = 0; other <= most + step; ++other) {
                const bool inside = range.low <= other && other <= range.high;
                CAPTURE(step, n, other);
                REQUIRE(inside == (to_step(other) == to_step(n)));
            }
        }
    }
}
