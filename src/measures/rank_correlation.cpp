// SPDX-License-Identifier: MIT
#include "measures/rank_correlation.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

namespace wardmap::measures {
namespace {

/// Ranks from 1; ties share their mean rank.
std::vector<double> middle_ranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) {
            ++last;
        }
        for (std::size_t k = first; k <= last; ++k) {
            ranks[order[k]] = (static_cast<double>(first) + static_cast<double>(last)) / 2 + 1;
        }
        first = last + 1;
    }
    return ranks;
}

} // namespace

std::optional<double> rank_correlation(std::span<const double> x, std::span<const double> y) {
    constexpr std::size_t least = 3;
    if (x.size() < least) return std::nullopt;
    const auto a = middle_ranks(x);
    const auto b = middle_ranks(y);
    const double mean = (static_cast<double>(x.size()) + 1) / 2;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        aa += (a[i] - mean) * (a[i] - mean);
        bb += (b[i] - mean) * (b[i] - mean);
        ab += (a[i] - mean) * (b[i] - mean);
    }
    if (aa == 0 || bb == 0) return std::nullopt;
    return ab / std::sqrt(aa * bb);
}

} // namespace wardmap::measures
