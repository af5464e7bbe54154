// SPDX-License-Identifier: MIT
#include "statistics/mid_p.h"

#include <algorithm>
#include <cmath>

#include <boost/math/policies/policy.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace wardmap::statistics {
namespace {

namespace bm = boost::math;

// Doubles suffice; internal long doubles cost four times as much.
using Plain = bm::policies::policy<bm::policies::promote_double<false>>;

constexpr double root_two = 1.4142135623730951;
// A tail above this is used directly; a smaller one loses digits to underflow.
constexpr double least_tail = 1e-280;
constexpr double precise = 1e-15;
constexpr int most_terms = 1'000'000;

double score_of_tail(double tail) {
    return root_two * bm::erfc_inv(2 * tail, Plain());
}

/// 1 + the sum of the products of `ratio(1) ... ratio(k)`, which fall towards 0.
template <typename Ratio>
double sum_of_products(Ratio ratio) {
    double term = 1;
    double sum = 1;
    for (int k = 1; k < most_terms && term > precise * sum; ++k) {
        term *= ratio(k);
        sum += term;
    }
    return sum;
}

/// ln of P(X > count) + P(X = count) / 2, count far above expected: the probability of the count
/// times a half and the ratios of those above it.
double log_poisson_above(double count, double expected) {
    const double log_at = count * std::log(expected) - expected - std::lgamma(count + 1);
    const double all = sum_of_products([=](int k) { return expected / (count + k); });
    return log_at + std::log(all - 0.5);
}

/// ln of P(X < count) + P(X = count) / 2, count far below expected.
double log_poisson_below(double count, double expected) {
    const double log_at = count * std::log(expected) - expected - std::lgamma(count + 1);
    const double all =
        sum_of_products([=](int k) { return std::max(0.0, (count - k + 1) / expected); });
    return log_at + std::log(all - 0.5);
}

/// ln of P(X > count) + P(X = count) / 2 of a binomial variable, count far above n share.
double log_binomial_above(double count, double n, double share) {
    const double log_at = std::lgamma(n + 1) - std::lgamma(count + 1) - std::lgamma(n - count + 1) +
                          count * std::log(share) + (n - count) * std::log1p(-share);
    const double odds = share / (1 - share);
    const double all = sum_of_products(
        [=](int k) { return std::max(0.0, (n - count - k + 1) / (count + k)) * odds; });
    return log_at + std::log(all - 0.5);
}

double binomial_at_least(double count, double n, double share) {
    if (count <= 0) return 1;
    return count > n ? 0 : bm::ibeta(count, n - count + 1, share, Plain());
}

/// ln of the upper tail of the normal distribution beyond z, z large (Abramowitz & Stegun 26.2.12).
double log_normal_tail(double z) {
    const double s = 1 / (z * z);
    const double series = s * (-1 + s * (3 + s * (-15 + s * 105)));
    constexpr double log_root_two_pi = 0.9189385332046727;
    return -z * z / 2 - std::log(z) - log_root_two_pi + std::log1p(series);
}

/// The score of a count that is not below n share.
double binomial_score_above(double count, double n, double share) {
    const double above =
        (binomial_at_least(count, n, share) + binomial_at_least(count + 1, n, share)) / 2;
    return above > least_tail ? score_of_tail(above)
                              : score_of_log_tail(log_binomial_above(count, n, share));
}

} // namespace

double score_of_log_tail(double log_tail) {
    constexpr double log_least = -640; // of about least_tail
    if (log_tail > log_least) return score_of_tail(std::exp(log_tail));
    double z = std::sqrt(-2 * log_tail);
    for (int i = 0; i < 20; ++i) {
        // The slope of the logarithm of the tail is about -(z + 1 / z).
        const double step = (log_normal_tail(z) - log_tail) / (z + 1 / z);
        z += step;
        if (std::abs(step) < precise * z) break;
    }
    return z;
}

double poisson_score(double count, double expected) {
    const double half = bm::gamma_p_derivative(count + 1, expected, Plain()) / 2;
    if (count >= expected) {
        const double above = half + bm::gamma_p(count + 1, expected, Plain());
        return above > least_tail ? score_of_tail(above)
                                  : score_of_log_tail(log_poisson_above(count, expected));
    }
    const double below = half + (count > 0 ? bm::gamma_q(count, expected, Plain()) : 0.0);
    return below > least_tail ? -score_of_tail(below)
                              : -score_of_log_tail(log_poisson_below(count, expected));
}

double binomial_score(double count, double n, double share) {
    if (count >= n * share) return binomial_score_above(count, n, share);
    return -binomial_score_above(n - count, n, 1 - share);
}

double two_sided_p_of_score(double z) {
    return std::erfc(std::abs(z) / root_two);
}

} // namespace wardmap::statistics
