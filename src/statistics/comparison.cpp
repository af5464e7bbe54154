// SPDX-License-Identifier: MIT
#include "statistics/comparison.h"

namespace wardmap::statistics {
namespace {

Interval scaled(const Interval& interval, double factor) {
    return {interval.low * factor, interval.high * factor};
}

} // namespace

Limits limits_of_count(double count) {
    return {poisson_limits(count, z_95), poisson_limits(count, z_998)};
}

Limits limits_of_rate(double count, double denominator, double per) {
    const auto limits = limits_of_count(count);
    const double factor = per / denominator;
    return {scaled(limits.at_95, factor), scaled(limits.at_998, factor)};
}

Limits limits_of_index(double observed, double expected) {
    return limits_of_rate(observed, expected, 100);
}

Limits limits_of_share(double count, double of) {
    return {wilson_limits(count, of, z_95), wilson_limits(count, of, z_998)};
}

Comparison compare(double reference, const Limits& limits) {
    if (reference < limits.at_998.low) return Comparison::much_higher;
    if (reference > limits.at_998.high) return Comparison::much_lower;
    if (reference < limits.at_95.low) return Comparison::higher;
    if (reference > limits.at_95.high) return Comparison::lower;
    return Comparison::similar;
}

} // namespace wardmap::statistics
