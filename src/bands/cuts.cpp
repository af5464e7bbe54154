// SPDX-License-Identifier: MIT
#include "bands/cuts.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

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

} // namespace wardmap::bands
