// SPDX-License-Identifier: MIT
#include "statistics/local_g.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace wardmap::statistics {

std::vector<std::optional<double>> local_g(std::span<const double> values,
                                           const Neighbours& neighbours) {
    std::vector<std::optional<double>> result(values.size());
    const auto n = static_cast<double>(values.size());
    if (values.size() < 3) return result;
    // Taken from a common centre, so that no digits are lost.
    const double centre = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double sum = 0;
    double squares = 0;
    for (const double value : values) {
        sum += value - centre;
        squares += (value - centre) * (value - centre);
    }
    // Below this the others are equal up to rounding of their sums.
    const double nothing = 1e-14 * (squares / n + centre * centre);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double own = values[i] - centre;
        const double mean = (sum - own) / (n - 1);
        const double variance = (squares - own * own) / (n - 1) - mean * mean;
        const auto c = static_cast<double>(neighbours[i].size());
        const double spread = ((n - 1) * c - c * c) / (n - 2);
        if (spread <= 0 || variance <= nothing) continue;
        double around = 0;
        for (const auto j : neighbours[i]) {
            around += values[j] - centre;
        }
        result[i] = (around - c * mean) / std::sqrt(variance * spread);
    }
    return result;
}

namespace {

/// Sum and sum of squares of interval values.
struct SumRange {
    Interval sum;
    Interval squares;

    void add(double low, double high, double sign = 1) {
        const double least = low <= 0 && high >= 0 ? 0 : std::min(low * low, high * high);
        sum.low += sign * low;
        sum.high += sign * high;
        squares.low += sign * least;
        squares.high += sign * std::max(low * low, high * high);
    }
};

Interval times_itself(const Interval& mean) {
    const double least =
        mean.low <= 0 && mean.high >= 0 ? 0 : std::min(mean.low * mean.low, mean.high * mean.high);
    return {least, std::max(mean.low * mean.low, mean.high * mean.high)};
}

/// `numerator` over the root of a variance that is itself an interval.
Interval over_root(const Interval& numerator, const Interval& variance) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const auto end = [](double top, double below) {
        if (top == 0) return 0.0;
        return below > 0 ? top / std::sqrt(below) : std::copysign(infinite, top);
    };
    return {end(numerator.low, numerator.low < 0 ? variance.low : variance.high),
            end(numerator.high, numerator.high > 0 ? variance.low : variance.high)};
}

} // namespace

std::vector<std::optional<Interval>> possible_local_g(std::span<const double> low,
                                                      std::span<const double> high,
                                                      const Neighbours& neighbours) {
    std::vector<double> middle;
    for (std::size_t i = 0; i < low.size(); ++i) {
        middle.push_back((low[i] + high[i]) / 2);
    }
    const auto best = local_g(middle, neighbours);
    std::vector<std::optional<Interval>> result(low.size());
    const auto n = static_cast<double>(low.size());
    const double centre = std::accumulate(middle.begin(), middle.end(), 0.0) / std::max(1.0, n);
    SumRange all;
    for (std::size_t i = 0; i < low.size(); ++i) {
        all.add(low[i] - centre, high[i] - centre);
    }
    const bool is_exact = std::equal(low.begin(), low.end(), high.begin());
    for (std::size_t i = 0; i < low.size(); ++i) {
        if (!best[i]) continue;
        if (is_exact) {
            result[i] = Interval{*best[i], *best[i]};
            continue;
        }
        auto others = all;
        others.add(low[i] - centre, high[i] - centre, -1);
        SumRange around;
        for (const auto j : neighbours[i]) {
            around.add(low[j] - centre, high[j] - centre);
        }
        const auto c = static_cast<double>(neighbours[i].size());
        const double share = c / (n - 1);
        // around - share x others = (1 - share) around - share x (others that are not neighbours)
        const Interval numerator{
            (1 - share) * around.sum.low - share * (others.sum.high - around.sum.high),
            (1 - share) * around.sum.high - share * (others.sum.low - around.sum.low)};
        const auto mean = times_itself({others.sum.low / (n - 1), others.sum.high / (n - 1)});
        const double spread = ((n - 1) * c - c * c) / (n - 2);
        result[i] = over_root(numerator,
                              {spread * std::max(0.0, others.squares.low / (n - 1) - mean.high),
                               spread * std::max(0.0, others.squares.high / (n - 1) - mean.low)});
    }
    return result;
}

} // namespace wardmap::statistics
