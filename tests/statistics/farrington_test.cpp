// SPDX-License-Identifier: MIT
#include "statistics/farrington.h"

#include <cmath>
#include <vector>

#include "statistics/log_linear.h"
#include "support/catch.h"

using namespace wardmap::statistics;

namespace {

/// Six years of months and one more: a season, a slow rise, two outbreaks.
const std::vector<double> months = {12, 9,  14, 18, 22, 25, 30, 28, 21, 17, 13, 11, 10, 12, 15,
                                    16, 25, 27, 33, 26, 24, 15, 14, 10, 13, 11, 40, 20, 24, 30,
                                    31, 33, 22, 19, 12, 14, 12, 14, 17, 21, 27, 29, 36, 31, 26,
                                    20, 15, 13, 15, 13, 18, 22, 55, 33, 35, 34, 27, 21, 18, 15,
                                    14, 16, 19, 24, 30, 34, 38, 36, 29, 23, 17, 16, 31};

const std::vector<double> quarters = {4,  7,  6,  8, 5,  9,  7,  9,  6,  11, 9,  10, 8,
                                      12, 10, 13, 9, 14, 12, 14, 11, 15, 13, 16, 20};

std::vector<double> first(std::size_t n) {
    return {months.begin(), months.begin() + static_cast<std::ptrdiff_t>(n)};
}

struct Expected {
    std::size_t period;
    double upper;
    double expected;
    bool has_trend;
};

} // namespace

TEST_CASE("The expected count is that of Farrington's method in R", "[statistics]") {
    // R, surveillance 1.20.3: algo.farrington(create.disProg(week = seq_along(m), observed = m,
    // state = 0 * m, freq = 12, start = c(2001, 1)), control = list(range = k, b = b, w = 3,
    // reweight = TRUE, alpha = .01, trend = TRUE, limit54 = c(5, 4), powertrans = "2/3")), b = 5,
    // 5, 4, 3, 2, 3: $upperbound, $trend and the median of $control$pd. R stops iterating at 1e-8.
    const std::vector<Expected> expected_by_r = {
        {73, 33.2734516322, 19.6655049873, true},  {72, 27.6777549051, 15.6914646620, false},
        {53, 57.3731781614, 30.2408485210, true},  {37, 24.5708980615, 13.6908861630, false},
        {25, 24.0966762919, 13.2001216416, false}, {39, 37.6359496756, 16.9478228072, false}};
    for (const auto& one : expected_by_r) {
        CAPTURE(one.period);
        const auto expectation = farrington(first(one.period));
        REQUIRE(expectation);
        CHECK(expectation->upper == Approx(one.upper).epsilon(1e-5));
        CHECK(expectation->expected == Approx(one.expected).epsilon(1e-5));
        CHECK(expectation->has_trend == one.has_trend);
    }
    FarringtonOptions wider;
    wider.alpha = 0.05;
    CHECK(farrington(first(66), wider)->upper == Approx(46.9593591609).epsilon(1e-5));
}

TEST_CASE("Quarters alert where R's do", "[statistics]") {
    // As above, freq = 4, b = 5, w = 1, alpha = .05: 17.00136024144, no trend, an alarm.
    const auto expectation = farrington(quarters, {4, 5, 1, 0.05});
    REQUIRE(expectation);
    CHECK(expectation->upper == Approx(17.00136024144).epsilon(1e-6));
    CHECK(expectation->expected == Approx(9.96925608822).epsilon(1e-6));
    CHECK_FALSE(expectation->has_trend);
    CHECK(expectation->reference_periods == 15);
    CHECK(expectation->is_alert);
}

TEST_CASE("There is no alert of fewer than five events in four periods", "[statistics]") {
    std::vector<double> counts(37, 0.0);
    counts[12] = 1;
    counts[36] = 4;
    const auto few = farrington(counts);
    REQUIRE(few);
    CHECK(counts.back() > few->upper);
    CHECK_FALSE(few->has_enough_events);
    CHECK_FALSE(few->is_alert);
    counts[35] = 1;
    CHECK(farrington(counts)->is_alert);
}

TEST_CASE("Without two years, or without events in the season, there is no expectation",
          "[statistics]") {
    CHECK_FALSE(farrington(first(24)));
    CHECK(farrington(first(25)));
    std::vector<double> none(37, 0.0);
    none[36] = 9;
    CHECK_FALSE(farrington(none));
}

TEST_CASE("A past outbreak is down-weighted", "[statistics]") {
    std::vector<double> counts(61, 10.0);
    const double before = farrington(counts)->upper;
    counts[36] = 80;
    const auto after = farrington(counts);
    CHECK(after->upper < 1.35 * before);
    CHECK(after->expected < 11);
}

TEST_CASE("A log-linear fit is R's glm", "[statistics]") {
    // R: f <- glm(y ~ t, quasipoisson, data.frame(t = 1:7, y = c(2, 3, 6, 7, 8, 9, 10))):
    // exp(predict(f, data.frame(t = 9))), summary(f)$dispersion, the standard error of t,
    // hatvalues(f)[7].
    const std::vector<double> times = {1, 2, 3, 4, 5, 6, 7};
    const std::vector<double> counts = {2, 3, 6, 7, 8, 9, 10};
    const std::vector<double> ones(7, 1.0);
    const auto fit = fit_log_linear(times, counts, ones, true);
    REQUIRE(fit);
    CHECK(fit->at(9) == Approx(17.52365845));
    CHECK(fit->dispersion == Approx(0.262990131));
    CHECK(std::sqrt(fit->slope_spread * fit->dispersion) == Approx(0.04051671936));
    CHECK(fit->leverage[6] == Approx(0.5787603963));
    CHECK_FALSE(fit_log_linear(times, std::vector<double>(7, 0.0), ones, true));
    CHECK_FALSE(fit_log_linear(std::vector<double>{1, 2}, std::vector<double>{1, 2},
                               std::vector<double>{1, 1}, true));
}
