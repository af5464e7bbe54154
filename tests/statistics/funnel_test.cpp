// SPDX-License-Identifier: MIT
#include "statistics/funnel.h"

#include <cmath>
#include <vector>

#include "base/philox.h"
#include "statistics/dispersion.h"
#include "statistics/mid_p.h"
#include "support/catch.h"

using namespace wardmap::statistics;
using wardmap::RandomStream;

namespace {

/// Wards of one denominator, against their own common rate.
Funnel funnel_of(const std::vector<double>& counts) {
    double sum = 0;
    for (const double count : counts) {
        sum += count;
    }
    const std::vector<double> ones(counts.size(), 1.0);
    return make_funnel(counts, ones, sum / static_cast<double>(counts.size()),
                       Distribution::poisson);
}

} // namespace

TEST_CASE("The dispersion of normal scores is their variance, and never below 1", "[statistics]") {
    RandomStream random(3, 1);
    std::vector<double> scores;
    for (int i = 0; i < 20000; ++i) {
        scores.push_back(3 * score_of_log_tail(std::log(random.uniform() / 2)) *
                         (random.below(2) == 0 ? -1 : 1));
    }
    CHECK(dispersion(scores) == Approx(9).epsilon(0.04)); // 3 standard errors
    for (auto& z : scores) {
        z /= 10;
    }
    CHECK(dispersion(scores) == 1);
    CHECK(dispersion(std::vector<double>{}) == 1);
    CHECK(dispersion(std::vector<double>{0, 0, 0}) == 1);
}

TEST_CASE("The dispersion solves Huber's equation", "[statistics]") {
    const std::vector<double> scores = {-4, 1, 2.5, -0.3, 9, 30, -2, 0.1, 3, -1};
    const double phi = dispersion(scores);
    double mean = 0;
    for (const double z : scores) {
        mean += std::min(z * z / phi, 1.5 * 1.5) / 10;
    }
    // R: 2 * pnorm(1.5) - 1 - 2 * 1.5 * dnorm(1.5) + 1.5^2 * 2 * pnorm(-1.5)
    CHECK(mean == Approx(0.7784653).epsilon(1e-6));
}

TEST_CASE("A ward that holds all events is exceptional and does not mask itself", "[statistics]") {
    for (const std::size_t n : {12U, 26U}) {
        std::vector<double> counts(n, 0.0);
        counts[0] = 60;
        const auto funnel = funnel_of(counts);
        CAPTURE(n, funnel.dispersion);
        CHECK(funnel.wards[0].adjusted > z_998);
        CHECK(funnel.wards[0].p < 0.05 / 26);
        CHECK(std::abs(funnel.wards[1].adjusted) < z_95);
    }
}

TEST_CASE("Poisson counts around 2 make no ward exceptionally low", "[statistics]") {
    // Poisson counts of mean 2, variance about the mean.
    const auto funnel = funnel_of({2, 1, 0, 3, 4, 2, 1, 0, 2, 5, 3, 1, 2, 0, 4, 2, 1, 3, 2, 2});
    CHECK(funnel.dispersion < 1.3);
    for (const auto& ward : funnel.wards) {
        CHECK(ward.adjusted > -z_95);
    }
    CHECK(funnel.wards[2].p > 0.13); // for a 0: mid-p exp(-2) / 2, doubled
}

TEST_CASE("A funnel has expectation, ratio and score of each ward", "[statistics]") {
    const std::vector<double> counts = {48, 20, 26};
    const std::vector<double> people = {1000, 1000, 1500};
    const auto funnel = make_funnel(counts, people, 0.0253, Distribution::poisson);
    CHECK(funnel.wards[0].expected == Approx(25.3));
    CHECK(funnel.wards[0].ratio == Approx(48 / 25.3));
    CHECK(funnel.wards[0].score == Approx(poisson_score(48, 25.3)));
    CHECK(funnel.wards[0].adjusted == Approx(funnel.wards[0].score / std::sqrt(funnel.dispersion)));
    CHECK(make_funnel(counts, people, 0, Distribution::poisson).wards[0].p == 1);
    CHECK(make_funnel(counts, people, 1, Distribution::binomial).wards[0].p == 1);
}

TEST_CASE("The funnel's limits are the counts at which a ward becomes exceptional",
          "[statistics]") {
    for (const auto kind : {Distribution::poisson, Distribution::binomial}) {
        const auto limits = funnel_limits(1000, 0.05, 2.5, z_95, kind);
        CHECK(score(limits.low, 1000, 0.05, kind) / std::sqrt(2.5) == Approx(-z_95));
        CHECK(score(limits.high, 1000, 0.05, kind) / std::sqrt(2.5) == Approx(z_95));
    }
    CHECK(funnel_limits(100, 0.01, 1, z_95, Distribution::poisson).low == 0);
    CHECK(funnel_limits(10, 0.9, 4, z_998, Distribution::binomial).high == 10);
}
