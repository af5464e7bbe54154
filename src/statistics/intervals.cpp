// SPDX-License-Identifier: MIT
#include "statistics/intervals.h"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace wardmap::statistics {

namespace bm = boost::math;

Interval exact_poisson_limits(double count, double z) {
    const double tail = bm::cdf(bm::complement(bm::normal(), z));
    return {count > 0 ? bm::gamma_p_inv(count, tail) : 0.0, bm::gamma_q_inv(count + 1, tail)};
}

Interval poisson_limits(double count, double z) {
    constexpr double exact_below = 10;
    if (count < exact_below) return exact_poisson_limits(count, z);
    const auto byar = [](double x, double signed_z) {
        const double root = 1 - 1 / (9 * x) + signed_z / (3 * std::sqrt(x));
        return x * root * root * root;
    };
    return {byar(count, -z), byar(count + 1, z)};
}

Interval wilson_limits(double count, double of, double z) {
    const double square = z * z;
    const double spread = z * std::sqrt(square + 4 * count * (1 - count / of));
    const double under = 2 * (of + square);
    return {std::max(0.0, (2 * count + square - spread) / under),
            std::min(1.0, (2 * count + square + spread) / under)};
}

double poisson_upper(double count, double expected) {
    return count <= 0 ? 1 : bm::gamma_p(count, expected);
}

double poisson_lower(double count, double expected) {
    return bm::gamma_q(count + 1, expected);
}

double binomial_lower(double count, double n, double p) {
    if (count >= n) return 1;
    return bm::ibetac(count + 1, n - count, p);
}

double gamma_below(double x, double shape, double rate) {
    return x <= 0 ? 0 : bm::gamma_p(shape, x * rate);
}

} // namespace wardmap::statistics
