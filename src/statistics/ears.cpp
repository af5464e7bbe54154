// SPDX-License-Identifier: MIT
#include "statistics/ears.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace wardmap::statistics {
namespace {

constexpr std::size_t baseline = 7;
constexpr double threshold = 3;
constexpr double threshold_of_c3 = 2;

/// The count at `now` against the baseline that ends `lag` periods before the preceding one.
EarsResult against_baseline(std::span<const double> counts, std::size_t now, std::size_t lag,
                            double least_deviation) {
    const auto past = counts.subspan(now - lag - baseline, baseline);
    constexpr auto n = static_cast<double>(baseline);
    EarsResult result;
    result.expected = std::accumulate(past.begin(), past.end(), 0.0) / n;
    double squares = 0;
    for (const double count : past) {
        squares += (count - result.expected) * (count - result.expected);
    }
    result.deviation = std::max(least_deviation, std::sqrt(squares / (n - 1)));
    result.statistic = (counts[now] - result.expected) / result.deviation;
    result.upper = result.expected + threshold * result.deviation;
    return result;
}

} // namespace

std::optional<EarsResult> ears(std::span<const double> counts, Ears method,
                               double least_deviation) {
    const std::size_t lag = method == Ears::c1 ? 0 : 2;
    const std::size_t more = method == Ears::c3 ? 2 : 0;
    if (counts.size() < baseline + lag + more + 1) return std::nullopt;
    const std::size_t now = counts.size() - 1;
    auto result = against_baseline(counts, now, lag, least_deviation);
    double reached = threshold;
    if (method == Ears::c3) {
        double before = 0;
        for (std::size_t back = 1; back <= more; ++back) {
            const auto one = against_baseline(counts, now - back, lag, least_deviation);
            before += std::max(0.0, one.statistic - 1);
        }
        reached = threshold_of_c3;
        // With the two preceding periods at `before`, the latest alerts if max(0, c - 1) is above 2
        // - before; if that is below 0, any count does.
        const double wanted = threshold_of_c3 - before;
        result.upper = wanted < 0 ? 0 : result.expected + result.deviation * (wanted + 1);
        result.statistic = std::max(0.0, result.statistic - 1) + before;
    }
    result.is_alert = result.statistic > reached;
    return result;
}

} // namespace wardmap::statistics
