// SPDX-License-Identifier: MIT
#include "statistics/mid_p.h"

#include <cmath>

#include "support/catch.h"

using namespace wardmap::statistics;

TEST_CASE("The normal score of a Poisson count is that of its exact mid-p", "[statistics]") {
    // R: u <- ppois(O, E, lower = FALSE) + dpois(O, E) / 2; qnorm(u, lower = FALSE), from the other
    // side if that is the smaller tail.
    CHECK(poisson_score(0, 0.5) == Approx(-0.515031998812));
    CHECK(poisson_score(0, 2) == Approx(-1.493389410657));
    CHECK(poisson_score(0, 38.46) == Approx(-8.494861943399));
    CHECK(poisson_score(1, 2) == Approx(-0.610786196336));
    CHECK(poisson_score(2, 2) == Approx(0.103813019657));
    CHECK(poisson_score(2, 10) == Approx(-2.941260514788));
    CHECK(poisson_score(5, 2) == Approx(1.817003183934));
    CHECK(poisson_score(40, 12.1) == Approx(6.324001294331));
    CHECK(poisson_score(231, 147.03) == Approx(6.394856629225));
    CHECK(poisson_score(853, 219.4) == Approx(32.395074834461));
    CHECK(poisson_score(3, 300) == Approx(-23.717786230519));
}

TEST_CASE("Scores stay finite if the tail underflows", "[statistics]") {
    // R: a <- ppois(O, E, lower = FALSE, log = TRUE); b <- dpois(O, E, log = TRUE) - log(2);
    // the root of pnorm(z, lower = FALSE, log = TRUE) = log(exp(a) + exp(b)) by uniroot.
    CHECK(poisson_score(1000, 38.46) == Approx(67.7709438902).epsilon(1e-9));
    CHECK(poisson_score(5000, 100) == Approx(171.230159421).epsilon(1e-9));
    CHECK(poisson_score(0, 2000) == Approx(-63.1763884315).epsilon(1e-9));
    CHECK(poisson_score(100, 3000) == Approx(-71.533765372).epsilon(1e-9));
    CHECK(binomial_score(1900, 2000, 0.1) == Approx(89.2959617442).epsilon(1e-9));
    CHECK(binomial_score(100, 2000, 0.9) == Approx(-89.2959617442).epsilon(1e-9));
}

TEST_CASE("The normal score of a share is that of the exact binomial mid-p", "[statistics]") {
    // R: as above with pbinom and dbinom.
    CHECK(binomial_score(0, 10, 0.1) == Approx(-0.937155764791));
    CHECK(binomial_score(3, 10, 0.5) == Approx(-1.209261231709));
    CHECK(binomial_score(20, 30, 0.5) == Approx(1.807043185652));
    CHECK(binomial_score(50, 50, 0.9) == Approx(2.797261811157));
    CHECK(binomial_score(100, 1000, 0.2) == Approx(-8.547538125419));
    CHECK(binomial_score(100, 1000, 0.05) == Approx(6.435355591065));
    CHECK(binomial_score(3, 10, 0.3) == Approx(-binomial_score(7, 10, 0.7)));
}

TEST_CASE("Scores rise with the count and fall with the expectation, across both methods",
          "[statistics]") {
    double before = -1000;
    for (int count = 0; count < 900; ++count) { // the tail underflows at about 690
        const double z = poisson_score(count, 150);
        CHECK(z > before);
        before = z;
    }
    before = 1000;
    for (double expected = 1; expected < 900; expected += 1) {
        const double z = poisson_score(20, expected);
        CHECK(z < before);
        before = z;
    }
    before = -1000;
    for (int count = 0; count <= 1200; ++count) {
        const double z = binomial_score(count, 1200, 0.3);
        CHECK(z > before);
        before = z;
    }
}

TEST_CASE("The score of a tail's logarithm is continuous across the change of method",
          "[statistics]") {
    // R: uniroot(function(z) pnorm(z, lower = FALSE, log = TRUE) - l, c(0, 100), tol = 1e-12)
    CHECK(score_of_log_tail(-639.999999) == Approx(score_of_log_tail(-640.000001)).epsilon(1e-8));
    CHECK(score_of_log_tail(std::log(0.025)) == Approx(1.959963984540));
    CHECK(two_sided_p_of_score(-1.959963984540054) == Approx(0.05));
}
