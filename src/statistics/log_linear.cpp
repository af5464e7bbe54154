// SPDX-License-Identifier: MIT
#include "statistics/log_linear.h"

#include <algorithm>
#include <cmath>

namespace wardmap::statistics {
namespace {

constexpr int most_steps = 100;
constexpr double settled = 1e-12;

/// One step of weighted least squares: the straight line through the working responses.
LogLinear line_through(std::span<const double> times, std::span<const double> working,
                       std::span<const double> weights, bool trend) {
    double sum = 0;
    double time = 0;
    double response = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        sum += weights[i];
        time += weights[i] * times[i];
        response += weights[i] * working[i];
    }
    LogLinear line;
    line.centre = time / sum;
    line.level = response / sum;
    line.level_spread = 1 / sum;
    if (!trend) return line;
    double squares = 0;
    double products = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double off = times[i] - line.centre;
        squares += weights[i] * off * off;
        products += weights[i] * off * working[i];
    }
    line.slope = products / squares;
    line.slope_spread = 1 / squares;
    return line;
}

std::optional<LogLinear> iterate(std::span<const double> times, std::span<const double> counts,
                                 std::span<const double> weights, bool trend) {
    constexpr double off_zero = 0.1; // the usual start: means equal to the counts, none of them 0
    std::vector<double> mean;
    for (const double count : counts) {
        mean.push_back(count + off_zero);
    }
    std::vector<double> working(counts.size());
    std::vector<double> least_squares(counts.size());
    for (int step = 0; step < most_steps; ++step) {
        double moved = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            working[i] = std::log(mean[i]) + (counts[i] - mean[i]) / mean[i];
            least_squares[i] = weights[i] * mean[i];
        }
        const auto line = line_through(times, working, least_squares, trend);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const double next = line.at(times[i]);
            moved = std::max(moved, std::abs(next - mean[i]) / std::max(next, off_zero));
            mean[i] = next;
        }
        if (!std::isfinite(moved)) return std::nullopt;
        if (moved < settled) return line;
    }
    return std::nullopt;
}

} // namespace

double LogLinear::at(double time) const {
    return std::exp(level + slope * (time - centre));
}

double LogLinear::variance_at(double time) const {
    const double off = time - centre;
    const double mean = at(time);
    return mean * mean * (level_spread + off * off * slope_spread);
}

std::optional<LogLinear> fit_log_linear(std::span<const double> times,
                                        std::span<const double> counts,
                                        std::span<const double> weights, bool trend) {
    const std::size_t parameters = trend ? 2 : 1;
    const bool all_zero =
        std::all_of(counts.begin(), counts.end(), [](double count) { return count <= 0; });
    if (counts.size() <= parameters || all_zero) return std::nullopt;
    auto line = iterate(times, counts, weights, trend);
    if (!line) return std::nullopt;
    line->degrees = static_cast<double>(counts.size() - parameters);
    double pearson = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double mean = line->at(times[i]);
        pearson += weights[i] * (counts[i] - mean) * (counts[i] - mean) / mean;
        line->fitted.push_back(mean);
        line->leverage.push_back(weights[i] * line->variance_at(times[i]) / mean);
    }
    line->dispersion = pearson / line->degrees;
    return line;
}

} // namespace wardmap::statistics
