// SPDX-License-Identifier: MIT
// Until the callers name statistics themselves: its limits under the former names.
#include "measures/intervals.h"

#include "statistics/intervals.h"

namespace wardmap::measures {

Interval poisson_limits(double count, double z) {
    const auto limits = statistics::poisson_limits(count, z);
    return {limits.low, limits.high};
}

Interval wilson_limits(double count, double of, double z) {
    const auto limits = statistics::wilson_limits(count, of, z);
    return {limits.low, limits.high};
}

double poisson_upper(double count, double expected) {
    return statistics::poisson_upper(count, expected);
}

double poisson_lower(double count, double expected) {
    return statistics::poisson_lower(count, expected);
}

double binomial_lower(double count, double n, double p) {
    return statistics::binomial_lower(count, n, p);
}

double gamma_below(double x, double shape, double rate) {
    return statistics::gamma_below(x, shape, rate);
}

} // namespace wardmap::measures
