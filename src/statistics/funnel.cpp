// SPDX-License-Identifier: MIT
#include "statistics/funnel.h"

#include <algorithm>
#include <cmath>

#include "statistics/dispersion.h"
#include "statistics/mid_p.h"

namespace wardmap::statistics {
namespace {

/// The count between `low` and `high` whose score is `z`, by bisection.
double count_at(double z, double low, double high, double denominator, double rate,
                Distribution kind) {
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (score(middle, denominator, rate, kind) < z ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace

double score(double count, double denominator, double rate, Distribution kind) {
    if (rate <= 0) return 0;
    if (kind == Distribution::poisson) return poisson_score(count, denominator * rate);
    return rate < 1 ? binomial_score(count, denominator, rate) : 0;
}

Funnel make_funnel(std::span<const double> counts, std::span<const double> denominators,
                   double rate, Distribution kind) {
    std::vector<double> scores;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        scores.push_back(score(counts[i], denominators[i], rate, kind));
    }
    Funnel funnel;
    funnel.dispersion = dispersion(scores);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        FunnelWard ward;
        ward.expected = rate * denominators[i];
        ward.ratio = ward.expected > 0 ? counts[i] / ward.expected : 0;
        ward.score = scores[i];
        ward.adjusted = scores[i] / std::sqrt(funnel.dispersion);
        ward.p = two_sided_p_of_score(ward.adjusted);
        funnel.wards.push_back(ward);
    }
    return funnel;
}

Interval funnel_limits(double denominator, double rate, double dispersion, double z,
                       Distribution kind) {
    const double reach = z * std::sqrt(dispersion);
    const double expected = denominator * rate;
    double top = kind == Distribution::binomial ? denominator : expected + 1;
    while (kind == Distribution::poisson && score(top, denominator, rate, kind) < reach) {
        top *= 2;
    }
    const bool has_low = score(0, denominator, rate, kind) < -reach;
    const bool has_high = score(top, denominator, rate, kind) > reach;
    return {has_low ? count_at(-reach, 0, expected, denominator, rate, kind) : 0.0,
            has_high ? count_at(reach, 0, top, denominator, rate, kind) : top};
}

} // namespace wardmap::statistics
