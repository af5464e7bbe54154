// SPDX-License-Identifier: MIT
#include "statistics/concentration.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace wardmap::statistics {

std::vector<LorenzPoint> lorenz_curve(std::span<const double> counts,
                                      std::span<const double> denominators) {
    const double events = std::accumulate(counts.begin(), counts.end(), 0.0);
    const double people = std::accumulate(denominators.begin(), denominators.end(), 0.0);
    std::vector<LorenzPoint> curve;
    if (events <= 0) return curve;
    std::vector<std::size_t> order(counts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return counts[a] / denominators[a] < counts[b] / denominators[b];
    });
    curve.push_back({0, 0});
    double sum_events = 0;
    double sum_people = 0;
    for (const auto i : order) {
        sum_events += counts[i];
        sum_people += denominators[i];
        curve.push_back({sum_people / people, sum_events / events});
    }
    curve.back() = {1, 1};
    return curve;
}

std::optional<double> gini(std::span<const double> counts, std::span<const double> denominators) {
    const auto curve = lorenz_curve(counts, denominators);
    if (curve.empty()) return std::nullopt;
    double below = 0;
    for (std::size_t k = 1; k < curve.size(); ++k) {
        below += (curve[k].denominator - curve[k - 1].denominator) *
                 (curve[k].events + curve[k - 1].events);
    }
    return std::max(0.0, 1 - below);
}

std::optional<double> share_of_top(std::span<const double> counts, std::size_t k) {
    const double events = std::accumulate(counts.begin(), counts.end(), 0.0);
    if (events <= 0) return std::nullopt;
    std::vector<double> sorted(counts.begin(), counts.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    const auto top = sorted.begin() + static_cast<std::ptrdiff_t>(std::min(k, sorted.size()));
    return std::min(1.0, std::accumulate(sorted.begin(), top, 0.0) / events);
}

} // namespace wardmap::statistics
