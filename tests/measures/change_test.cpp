// SPDX-License-Identifier: MIT
#include "measures/change.h"

#include <cmath>

#include "support/catch.h"

using namespace wardmap;

namespace {

std::optional<measures::Change> change(const Cell& earlier, const Cell& later, double before = 1000,
                                       double after = 1000) {
    return measures::changes({earlier}, {Cell::known(before)}, {later}, {Cell::known(after)})[0];
}

} // namespace

TEST_CASE("A change is tested by the conditional binomial", "[measures]") {
    // 10 then 20: P(X >= 20 | 30, 1/2) = 0.0493686 (tables), doubled.
    const auto c = change(Cell::known(10), Cell::known(20));
    REQUIRE(c);
    CHECK(c->ratio_low == Approx(2));
    CHECK(c->p == Approx(2 * 0.04936857).epsilon(1e-6));
    // R: binom.test(20, 30)$conf.int = 0.4718800 0.8271258; p / (1 - p) of both.
    CHECK(c->ratio_95.low == Approx(0.4718800 / 0.5281200).epsilon(1e-5));
    CHECK(c->ratio_95.high == Approx(0.8271258 / 0.1728742).epsilon(1e-5));
}

TEST_CASE("Longer periods and more people are allowed for", "[measures]") {
    const auto c = change(Cell::known(10), Cell::known(20), 1000, 2000);
    CHECK(c->ratio_low == Approx(1));
    CHECK(c->p > 0.8);
}

TEST_CASE("From none the ratio is infinite, and of none there is no change", "[measures]") {
    const auto risen = change(Cell::known(0), Cell::known(5));
    REQUIRE(risen);
    CHECK(std::isinf(risen->ratio_low));
    CHECK(risen->ratio_95.low > 0);
    CHECK(risen->p == Approx(2 * std::pow(0.5, 5)));
    CHECK(change(Cell::known(5), Cell::known(0))->ratio_high == 0);
    CHECK_FALSE(change(Cell::known(0), Cell::known(0)));
    CHECK_FALSE(change(Cell::missing(), Cell::known(1)));
    CHECK_FALSE(change(Cell::known(1), Cell::known(1), 0));
}

TEST_CASE("With withheld counts a change spans what it may be", "[measures]") {
    const auto c = change(Cell::suppressed(0, 4), Cell::known(30));
    CHECK(c->ratio_low == Approx(7.5));
    CHECK(std::isinf(c->ratio_high));
    CHECK(c->p == Approx(change(Cell::known(4), Cell::known(30))->p));
    CHECK(c->p_far == Approx(change(Cell::known(0), Cell::known(30))->p));
    CHECK(change(Cell::suppressed(0, 4), Cell::suppressed(0, 4))->p == 1);
}
