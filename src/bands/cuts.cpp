// SPDX-License-Identifier: MIT
#include "bands/cuts.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace wardmap::bands {

double quantile(std::span<const double> sorted, double p) {
    const double h = static_cast<double>(sorted.size() - 1) * p;
    const auto below = static_cast<std::size_t>(std::floor(h));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (h - std::floor(h)) * (sorted[above] - sorted[below]);
}

std::vector<double> quantile_breaks(std::span<const double> sorted, int count) {
    std::vector<double> breaks;
    double from = sorted.front();
    for (int i = 1; i < count; ++i) {
        const double cut = quantile(sorted, static_cast<double>(i) / count);
        // A band [from, cut) must hold a value.
        const auto first = std::lower_bound(sorted.begin(), sorted.end(), from);
        if (first == sorted.end() || *first >= cut) continue;
        breaks.push_back(cut);
        from = cut;
    }
    return breaks;
}

std::vector<double> equal_breaks(std::span<const double> sorted, int count) {
    std::vector<double> breaks;
    const double low = sorted.front();
    const double high = sorted.back();
    for (int i = 1; i < count && low < high; ++i) {
        breaks.push_back(low + (high - low) * i / count);
    }
    return breaks;
}

std::vector<double> geometric_breaks(std::span<const double> sorted, int count) {
    std::vector<double> breaks;
    const double low = sorted.front();
    const double high = sorted.back();
    for (int i = 1; i < count && low < high; ++i) {
        breaks.push_back(low * std::pow(high / low, static_cast<double>(i) / count));
    }
    return breaks;
}

std::vector<double> maximum_breaks(std::span<const double> sorted, int count) {
    std::vector<std::size_t> ends; // the index after each gap
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i] > sorted[i - 1]) ends.push_back(i);
    }
    std::stable_sort(ends.begin(), ends.end(), [&](std::size_t a, std::size_t b) {
        return sorted[a] - sorted[a - 1] > sorted[b] - sorted[b - 1];
    });
    ends.resize(std::min(ends.size(), static_cast<std::size_t>(std::max(0, count - 1))));
    std::sort(ends.begin(), ends.end());
    std::vector<double> breaks;
    breaks.reserve(ends.size());
    for (const auto i : ends) {
        breaks.push_back(sorted[i - 1] + (sorted[i] - sorted[i - 1]) / 2);
    }
    return breaks;
}

std::vector<double> head_tail_breaks(std::span<const double> sorted, double threshold) {
    std::vector<double> breaks;
    std::span<const double> head = sorted;
    while (head.size() > 1 && head.front() < head.back()) {
        const double mean =
            std::accumulate(head.begin(), head.end(), 0.0) / static_cast<double>(head.size());
        breaks.push_back(mean);
        const auto first = std::upper_bound(head.begin(), head.end(), mean);
        const std::span<const double> next(first, head.end());
        if (static_cast<double>(next.size()) > threshold * static_cast<double>(head.size())) break;
        head = next;
    }
    return breaks;
}

std::vector<double> pretty_ends(std::span<const double> sorted, int count) {
    const double low = sorted.front();
    const double high = sorted.back();
    const double wanted = (high - low) / count;
    if (!(low < high) || !std::isnormal(wanted)) return {low, high};
    // A rounder step is taken while it is not much further from the wanted step than the last one;
    // 5 is favoured, as in R.
    constexpr double bias = 1.5;
    constexpr double bias_to_5 = 0.5 + 1.5 * bias;
    const double base = std::pow(10, std::floor(std::log10(wanted)));
    double step = base;
    for (const auto& [times, by] : {std::pair{2, bias}, {5, bias_to_5}, {10, bias}}) {
        if (times * base - wanted >= by * (wanted - step)) break;
        step = times * base;
    }
    constexpr double slack = 1e-7; // of a step, for ends that are whole steps up to rounding
    const double first = std::floor(low / step + slack);
    const double last = std::ceil(high / step - slack);
    const auto steps = static_cast<int>(last - first);
    std::vector<double> ends;
    for (int k = 0; k <= steps; ++k) {
        const double i = first + k;
        // Divides by the inverse of a small step, so that 3 steps of 0.1 make 0.3.
        ends.push_back(step < 1 ? i / std::round(1 / step) : i * step);
    }
    return ends;
}

} // namespace wardmap::bands
