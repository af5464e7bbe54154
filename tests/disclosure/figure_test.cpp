// SPDX-License-Identifier: MIT
#include "disclosure/figure.h"

#include <algorithm>

#include "support/catch.h"

using namespace wardmap;
using namespace wardmap::disclosure;

TEST_CASE("Counts above 0 and under the limit are withheld, 0 is shown", "[disclosure]") {
    const Rule rule{5, 0};
    CHECK(show(Cell::known(0), rule).shown == Cell::known(0));
    CHECK(show(Cell::known(1), rule).shown == Cell::suppressed(1, 4));
    CHECK(show(Cell::known(4), rule).shown == Cell::suppressed(1, 4));
    CHECK(show(Cell::known(5), rule).shown == Cell::known(5));
    CHECK(show(Cell::missing(), rule).shown == Cell::missing());
    CHECK(show(Cell::suppressed(0, 7), rule).shown == Cell::suppressed(0, 7));
}

TEST_CASE("Rounding keeps what a figure may have been", "[disclosure]") {
    const auto figure = show(Cell::known(17), {5, 5});
    CHECK(figure.shown == Cell::known(15));
    CHECK(figure.low == 13);
    CHECK(figure.high == 17);
    // 5 to 7 round to 5; 3 and 4 would too, but are withheld.
    CHECK(show(Cell::known(6), {5, 5}).low == 5);
    // What rounds to 0 may be some.
    CHECK(show(Cell::known(2), {0, 5}).shown == Cell::suppressed(0, 2));
    CHECK(show(Cell::known(0), {0, 5}).shown == Cell::suppressed(0, 2));
    CHECK(show(Cell::known(0), {5, 5}).shown == Cell::known(0));
}

TEST_CASE("Halves are rounded up, and the range says so", "[disclosure]") {
    const Rule rule{0, 10};
    for (const double half : {5.0, 15.0, 25.0, 35.0, 45.0}) {
        const auto up = show(Cell::known(half), rule);
        CHECK(up.shown == Cell::known(half + 5));
        CHECK(up.low == half);
        CHECK(up.high == half + 9);
        const auto under = show(Cell::known(half - 1), rule);
        CHECK(under.high == half - 1);
        CHECK(under.low == std::max(0.0, half - 10));
    }
    // The figures under 5 round to 0, which is not shown as a figure.
    CHECK(show(Cell::known(4), rule).shown == Cell::suppressed(0, 4));
}

TEST_CASE("The range of a rounded figure holds all that round to it, and nothing else",
          "[disclosure]") {
    constexpr int most = 60;
    for (int step = 2; step <= 10; ++step) {
        const Rule rule{0, static_cast<double>(step)};
        const auto to_step = [&](int n) { return (2 * n + step) / (2 * step) * step; };
        for (int n = 0; n <= most; ++n) {
            const auto figure = show(Cell::known(n), rule);
            const double at = to_step(n);
            if (at > 0) CHECK(figure.shown == Cell::known(at));
            for (int other = 0; other <= most + step; ++other) {
                const bool inside = figure.low <= other && other <= figure.high;
                CAPTURE(step, n, other);
                REQUIRE(inside == (to_step(other) == to_step(n)));
            }
        }
    }
}

TEST_CASE("A widened figure reveals only between which multiples it lies", "[disclosure]") {
    const Rule rule{5, 0};
    for (const double value : {15.0, 16.0, 19.0}) {
        auto figure = show(Cell::known(value), rule);
        widen(figure, rule, Why::total);
        CHECK(figure.shown == Cell::suppressed(15, 19));
        CHECK(figure.why == Why::total);
        widen(figure, rule, Why::linked);
        CHECK(figure.shown == Cell::suppressed(10, 19));
        CHECK(figure.why == Why::total);
    }
    auto small = show(Cell::known(3), rule);
    widen(small, rule, Why::linked);
    CHECK(small.shown == Cell::suppressed(1, 9));
    CHECK(small.why == Why::small);
    auto rounded = show(Cell::known(14), {5, 5});
    widen(rounded, {5, 5}, Why::total);
    CHECK(rounded.shown == Cell::suppressed(10, 14));
}

TEST_CASE("What a publisher withheld stays as it is", "[disclosure]") {
    auto figure = show(Cell::suppressed(0, 4), {5, 0});
    widen(figure, {5, 0}, Why::total);
    CHECK(figure.shown == Cell::suppressed(0, 4));
    CHECK(figure.why == Why::source);
}
