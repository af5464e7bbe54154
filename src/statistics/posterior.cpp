// SPDX-License-Identifier: MIT
#include "statistics/posterior.h"

#include <boost/math/special_functions/gamma.hpp>

namespace wardmap::statistics {

std::optional<double> probability_above(double count, double denominator, double prior_mean,
                                        double prior_variance, double rate) {
    if (prior_variance <= 0) return std::nullopt;
    const double scale = prior_mean / prior_variance;
    return boost::math::gamma_q(prior_mean * scale + count, rate * (scale + denominator));
}

} // namespace wardmap::statistics
