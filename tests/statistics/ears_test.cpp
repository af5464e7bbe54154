// SPDX-License-Identifier: MIT
#include "statistics/ears.h"

#include <cmath>
#include <span>
#include <vector>

#include "support/catch.h"

using namespace wardmap::statistics;

namespace {

// The months of farrington_test.cpp.
const std::vector<double> months = {12, 9,  14, 18, 22, 25, 30, 28, 21, 17, 13, 11, 10, 12, 15,
                                    16, 25, 27, 33, 26, 24, 15, 14, 10, 13, 11, 40, 20, 24, 30,
                                    31, 33, 22, 19, 12, 14, 12, 14, 17, 21, 27, 29, 36, 31, 26,
                                    20, 15, 13, 15, 13, 18, 22, 55, 33, 35, 34, 27, 21, 18, 15,
                                    14, 16, 19, 24, 30, 34, 38, 36, 29, 23, 17, 16, 31};

std::span<const double> first(std::size_t n) {
    return std::span(months).first(n);
}

} // namespace

TEST_CASE("EARS C1 and C2 have the limits of R's surveillance", "[statistics]") {
    // R, surveillance 1.20.3: upperbound(earsC(sts(matrix(m), frequency = 12), control = list(range
    // = c(27, 53, 73), method = "C1" and "C2", alpha = pnorm(-3))))
    CHECK(ears(first(27), Ears::c1)->upper == Approx(35.0712938001));
    CHECK(ears(first(53), Ears::c1)->upper == Approx(27.0867235540));
    CHECK(ears(first(73), Ears::c1)->upper == Approx(54.6744067947));
    CHECK(ears(first(27), Ears::c2)->upper == Approx(46.3684345756));
    CHECK(ears(first(53), Ears::c2)->upper == Approx(40.1423745119));
    CHECK(ears(first(73), Ears::c2)->upper == Approx(47.8795604340));
    CHECK(ears(first(27), Ears::c1)->is_alert);
    CHECK_FALSE(ears(first(27), Ears::c2)->is_alert);
    CHECK(ears(first(53), Ears::c2)->is_alert);
    CHECK_FALSE(ears(first(73), Ears::c1)->is_alert);
}

TEST_CASE("EARS C3 adds up three periods, by hand", "[statistics]") {
    // Baselines of 2 and 4 in turn: mean 20 / 7 or 22 / 7, standard deviation root(8 / 7).
    // Hutwagner's sum of max(0, C2 - 1) over the last three periods: 2.7, above 2.
    const std::vector<double> counts = {2, 4, 2, 4, 2, 4, 2, 4, 2, 5, 5, 5};
    const double sd = std::sqrt(8.0 / 7.0);
    const double two_ago = (5 - 20.0 / 7) / sd - 1;
    const double one_ago = (5 - 22.0 / 7) / sd - 1;
    const double now = (5 - 20.0 / 7) / sd - 1;
    const auto result = ears(counts, Ears::c3);
    REQUIRE(result);
    CHECK(result->statistic == Approx(two_ago + one_ago + now));
    CHECK(result->is_alert);
    // No single period of the three is an alert by itself.
    CHECK_FALSE(ears(counts, Ears::c2)->is_alert);
}

TEST_CASE("The limit of EARS C3 is the count from which it alerts", "[statistics]") {
    std::vector<double> counts = {2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 5, 0};
    const double upper = ears(counts, Ears::c3)->upper;
    counts.back() = upper + 0.001;
    CHECK(ears(counts, Ears::c3)->is_alert);
    counts.back() = upper - 0.001;
    CHECK_FALSE(ears(counts, Ears::c3)->is_alert);
}

TEST_CASE("One event after none is not an alert", "[statistics]") {
    std::vector<double> counts(11, 0.0);
    counts.push_back(1);
    CHECK_FALSE(ears(counts, Ears::c1)->is_alert);
    CHECK(ears(counts, Ears::c1, 0.2)->is_alert);
    counts.back() = 4;
    CHECK(ears(counts, Ears::c1)->is_alert);
}

TEST_CASE("EARS needs eight, ten and twelve periods", "[statistics]") {
    CHECK_FALSE(ears(first(7), Ears::c1));
    CHECK(ears(first(8), Ears::c1));
    CHECK_FALSE(ears(first(9), Ears::c2));
    CHECK(ears(first(10), Ears::c2));
    CHECK_FALSE(ears(first(11), Ears::c3));
    CHECK(ears(first(12), Ears::c3));
}
