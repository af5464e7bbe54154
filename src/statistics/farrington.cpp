// SPDX-License-Identifier: MIT
#include "statistics/farrington.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "statistics/log_linear.h"

namespace wardmap::statistics {
namespace {

constexpr std::size_t least_years = 2;
constexpr std::size_t years_for_trend = 3;
constexpr double trend_level = 0.05;
constexpr double least_events = 5;
constexpr std::size_t periods_of_least_events = 4;

struct Reference {
    std::vector<double> times;
    std::vector<double> counts;
    std::size_t years = 0;
};

Reference reference_of(std::span<const double> counts, const FarringtonOptions& options) {
    const std::size_t now = counts.size() - 1;
    Reference reference;
    reference.years = std::min(options.years, now / options.periods_per_year);
    for (std::size_t year = reference.years; year >= 1; --year) {
        const std::size_t middle = now - year * options.periods_per_year;
        const std::size_t first = middle - std::min(middle, options.half_window);
        const std::size_t last = std::min(now - 1, middle + options.half_window);
        for (std::size_t i = first; i <= last; ++i) {
            reference.times.push_back(static_cast<double>(i));
            reference.counts.push_back(counts[i]);
        }
    }
    return reference;
}

/// Weights that reduce the influence of past outbreaks; their sum is n.
std::vector<double> weights_of(const LogLinear& model, std::span<const double> counts) {
    std::vector<double> weights;
    const double phi = std::max(1.0, model.dispersion);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double mean = model.fitted[i];
        const double off =
            1.5 * (std::cbrt(counts[i] * counts[i]) / std::pow(mean, 1.0 / 6) - std::sqrt(mean));
        const double residual = off / std::sqrt(phi * (1 - model.leverage[i]));
        weights.push_back(residual > 1 ? 1 / (residual * residual) : 1);
    }
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (auto& weight : weights) {
        weight *= static_cast<double>(weights.size()) / sum;
    }
    return weights;
}

std::optional<LogLinear> fit(const Reference& reference, bool trend) {
    const std::vector<double> ones(reference.counts.size(), 1.0);
    const auto first = fit_log_linear(reference.times, reference.counts, ones, trend);
    if (!first) return std::nullopt;
    return fit_log_linear(reference.times, reference.counts, weights_of(*first, reference.counts),
                          trend);
}

bool keeps_trend(const LogLinear& model, const Reference& reference, double now) {
    if (reference.years < years_for_trend) return false;
    const double error = std::sqrt(model.dispersion * model.slope_spread);
    const boost::math::students_t t(model.degrees);
    const double p = error > 0 ? 2 * cdf(complement(t, std::abs(model.slope) / error)) : 0;
    const double highest = *std::max_element(reference.counts.begin(), reference.counts.end());
    return p < trend_level && model.at(now) <= highest;
}

void set_limits(Expectation& expectation, const LogLinear& model, double now, double alpha) {
    const double mean = model.at(now);
    const double phi = std::max(1.0, model.dispersion);
    const double tau = phi + phi * model.variance_at(now) / mean;
    const double z = quantile(complement(boost::math::normal(), alpha / 2));
    const double centre = std::cbrt(mean * mean);
    const double reach = z * 2 / 3 * std::pow(mean, 1.0 / 6) * std::sqrt(tau);
    expectation.expected = mean;
    expectation.dispersion = phi;
    expectation.lower = std::pow(std::max(0.0, centre - reach), 1.5);
    expectation.upper = std::pow(centre + reach, 1.5);
}

} // namespace

std::optional<Expectation> farrington(std::span<const double> counts,
                                      const FarringtonOptions& options) {
    if (counts.size() < least_years * options.periods_per_year + 1) return std::nullopt;
    const auto now = static_cast<double>(counts.size() - 1);
    const auto reference = reference_of(counts, options);
    auto model = fit(reference, true);
    Expectation expectation;
    expectation.has_trend = model && keeps_trend(*model, reference, now);
    if (!expectation.has_trend) model = fit(reference, false);
    if (!model) return std::nullopt;
    expectation.reference_periods = reference.counts.size();
    set_limits(expectation, *model, now, options.alpha);
    const auto latest = counts.last(periods_of_least_events);
    expectation.has_enough_events =
        std::accumulate(latest.begin(), latest.end(), 0.0) >= least_events;
    expectation.is_alert = expectation.has_enough_events && counts.back() > expectation.upper;
    return expectation;
}

} // namespace wardmap::statistics
