// SPDX-License-Identifier: MIT
// Empirical Bayes rates: a ward's own rate, shrunk towards that of all wards (or of its
// neighbours), the more so the fewer people it has.
#pragma once

#include <cstddef>
#include <vector>

namespace wardmap::measures {

/// The common prior of the rates: their mean `b` per person and the variance `a` between wards
/// beyond chance (0 if there is none).
struct Prior {
    double mean = 0;
    double variance = 0;
};

/// Marshall 1991, Applied Statistics 40(2), by moments: b = sum O / sum P; a = max(0, s² - b / mean
/// P) with s² the population-weighted variance of the rates. Precondition: every population is
/// above 0.
[[nodiscard]] Prior marshall_prior(const std::vector<double>& counts,
                                   const std::vector<double>& populations);

/// Rates per person, shrunk towards the mean of all: b + (r - b) a / (a + b / P).
[[nodiscard]] std::vector<double> eb_rates(const std::vector<double>& counts,
                                           const std::vector<double>& populations);

/// Rates as intervals.
struct RateRange {
    double low = 0;
    double high = 0;
};
/// The same with interval counts: each interval contains the shrunk rate for every combination of
/// counts. Conservative, not exact: mean, variance and the ward's own rate take their extremes
/// together; s² sum P = sum O² / P - (sum O)² / sum P is bounded term by term.
[[nodiscard]] std::vector<RateRange> eb_rate_ranges(const std::vector<double>& low,
                                                    const std::vector<double>& high,
                                                    const std::vector<double>& populations);

/// Marshall's local form: each ward with its neighbours in place of all wards, with deviations from
/// the mean of that neighbourhood. A ward without neighbours keeps its rate.
[[nodiscard]] std::vector<double>
spatial_eb_rates(const std::vector<double>& counts, const std::vector<double>& populations,
                 const std::vector<std::vector<std::size_t>>& neighbours);

} // namespace wardmap::measures
