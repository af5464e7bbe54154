// SPDX-License-Identifier: MIT
// Confidence limits of counts and shares.
#pragma once

namespace wardmap::statistics {

struct Interval {
    double low = 0;
    double high = 0;
    bool operator==(const Interval&) const = default;
};

/// Normal quantiles of two-sided 95% and 99.8% limits.
inline constexpr double z_95 = 1.959963984540054;
inline constexpr double z_998 = 3.090232306167813;

/// Exact limits of the mean of a Poisson count (Garwood 1936, Biometrika 28): chi-squared quantiles
/// with 2 count and 2 count + 2 degrees of freedom, halved; 0 below a count of 0. `z` is the normal
/// quantile of the two-sided level. Precondition: count >= 0.
[[nodiscard]] Interval exact_poisson_limits(double count, double z);

/// As published by the Office for Health Improvement and Disparities: Byar's (Breslow & Day 1987,
/// p. 69), exact if the count is under 10. Precondition: count >= 0.
[[nodiscard]] Interval poisson_limits(double count, double z);

/// Wilson's limits (1927) of the proportion `count` of `of`. Precondition: 0 <= count <= of, of >
/// 0.
[[nodiscard]] Interval wilson_limits(double count, double of, double z);

/// P(X >= count) and P(X <= count) of a Poisson variable with mean `expected` > 0.
[[nodiscard]] double poisson_upper(double count, double expected);
[[nodiscard]] double poisson_lower(double count, double expected);

/// P(X <= count) of a binomial variable of `n` trials with chance `p`.
[[nodiscard]] double binomial_lower(double count, double n, double p);

/// P(X <= x) of a gamma variable with `shape` and `rate`; 0 for x <= 0.
[[nodiscard]] double gamma_below(double x, double shape, double rate);

} // namespace wardmap::statistics
