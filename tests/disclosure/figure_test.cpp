// SPDX-License-Identifier: MIT
#include "disclosure/figure.h"

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

TEST_CASE("A widened figure tells only between which multiples it lies", "[disclosure]") {
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
