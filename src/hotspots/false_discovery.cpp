// SPDX-License-Identifier: MIT
#include "hotspots/false_discovery.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace wardmap::hotspots {

std::vector<double> benjamini_hochberg(const std::vector<double>& p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> q(p.size(), 1.0);
    double least = 1;
    for (std::size_t rank = p.size(); rank > 0; --rank) {
        const auto i = order[rank - 1];
        least = std::min(least, p[i] * static_cast<double>(p.size()) / static_cast<double>(rank));
        q[i] = least;
    }
    return q;
}

std::vector<double> bonferroni(const std::vector<double>& p) {
    std::vector<double> bounded;
    bounded.reserve(p.size());
    for (const double one : p) {
        bounded.push_back(std::min(1.0, one * static_cast<double>(p.size())));
    }
    return bounded;
}

} // namespace wardmap::hotspots
