// SPDX-License-Identifier: MIT
#include "statistics/comparison.h"

#include <cmath>

#include "statistics/intervals.h"
#include "support/catch.h"

using namespace wardmap::statistics;

namespace {

/// P(X = count) of a Poisson variable.
double probability(int count, double mean) {
    return std::exp(count * std::log(mean) - mean - std::lgamma(count + 1.0));
}

/// How often a count of this mean is reported as higher or much higher, lower or much lower.
struct Errors {
    double high = 0;
    double much_high = 0;
    double low = 0;
    double much_low = 0;
};

Errors errors_at(double mean) {
    Errors errors;
    for (int count = 0; count < 200; ++count) {
        const double p = probability(count, mean);
        const auto verdict = compare(mean, limits_of_count(count));
        if (verdict >= Comparison::higher) errors.high += p;
        if (verdict == Comparison::much_higher) errors.much_high += p;
        if (verdict <= Comparison::lower) errors.low += p;
        if (verdict == Comparison::much_lower) errors.much_low += p;
    }
    return errors;
}

} // namespace

TEST_CASE("Exact limits of a count are Garwood's", "[statistics]") {
    // R: qchisq(c(.025, .001), 2 * 40) / 2; qchisq(c(.975, .999), 2 * 40 + 2) / 2
    const auto at_95 = exact_poisson_limits(40, z_95);
    CHECK(at_95.low == Approx(28.5765864418));
    CHECK(at_95.high == Approx(54.4686469640));
    const auto at_998 = exact_poisson_limits(40, z_998);
    CHECK(at_998.low == Approx(23.2599379646));
    CHECK(at_998.high == Approx(63.6621982967));
    CHECK(exact_poisson_limits(0, z_95).low == 0);
    CHECK(exact_poisson_limits(0, z_95).high == Approx(-std::log(0.025)));
}

TEST_CASE("Limits of a count are exact under ten and Byar's from ten", "[statistics]") {
    CHECK(poisson_limits(9, z_95) == exact_poisson_limits(9, z_95));
    CHECK(poisson_limits(10, z_95).low != exact_poisson_limits(10, z_95).low);
    // R: qchisq(.001, 2 * 3) / 2, qchisq(.999, 2 * 3 + 2) / 2
    CHECK(limits_of_count(3).at_998.low == Approx(0.190533377742));
    CHECK(limits_of_count(3).at_998.high == Approx(13.062240779188));
}

TEST_CASE("An index is tested against 100", "[statistics]") {
    // R: O * (1 - 1 / (9 * O) - z / (3 * sqrt(O)))^3 and the same with O + 1, / 12.1 * 100.
    const auto limits = limits_of_index(40, 12.1);
    CHECK(limits.at_95.low == Approx(236.142974103));
    CHECK(limits.at_95.high == Approx(450.166110083));
    CHECK(limits.at_998.low == Approx(192.009897345));
    CHECK(limits.at_998.high == Approx(526.387226133));
    CHECK(compare(100, limits) == Comparison::much_higher);
    CHECK(compare(331, limits) == Comparison::similar);
    CHECK(compare(460, limits) == Comparison::lower);
    CHECK(compare(530, limits) == Comparison::much_lower);
    CHECK(compare(200, limits) == Comparison::higher);
}

TEST_CASE("A limit that equals the reference does not exclude it", "[statistics]") {
    const Limits limits{{2, 5}, {1, 8}};
    CHECK(compare(2, limits) == Comparison::similar);
    CHECK(compare(5, limits) == Comparison::similar);
    CHECK(compare(1, limits) == Comparison::higher);
    CHECK(compare(8, limits) == Comparison::lower);
}

TEST_CASE("A share has Wilson's limits", "[statistics]") {
    // R: prop.test(17, 120, correct = FALSE, conf.level = .95 and .998)$conf.int
    const auto limits = limits_of_share(17, 120);
    CHECK(limits.at_95.low == Approx(0.0903687910348));
    CHECK(limits.at_95.high == Approx(0.2151949448986));
    CHECK(limits.at_998.low == Approx(0.0697900360525));
    CHECK(limits.at_998.high == Approx(0.2663712281984));
}

TEST_CASE("A ward with the area's own rate is seldom reported as higher or lower", "[statistics]") {
    // Summed over all counts, not drawn. Nominal: 2.5% and 0.1% on each side. Exact limits are
    // within it at any mean; Byar's (from a count of 10) exceed it by less than a tenth.
    for (const double mean : {0.3, 1.0, 2.0, 5.0, 12.0, 20.0, 45.0}) {
        CAPTURE(mean);
        const auto errors = errors_at(mean);
        CHECK(errors.high < 0.0275);
        CHECK(errors.low < 0.0275);
        CHECK(errors.much_high < 0.0012);
        CHECK(errors.much_low < 0.0012);
    }
    CHECK(errors_at(20).high > 0.015);
    CHECK(errors_at(20).low > 0.015);
}
