// SPDX-License-Identifier: MIT
#include "bands/ranks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include <fmt/format.h>

namespace wardmap::bands {
namespace {

std::string word_of(int group, const std::string& name, const std::string& first) {
    const auto word = fmt::format("{} {}", name, group);
    return group == 1 && !first.empty() ? word + ", " + first : word;
}

} // namespace

RankBands groups_of_ranks(std::span<const double> sorted, double ranked, int groups,
                          const std::string& name, const std::string& first) {
    RankBands bands;
    bands.words.push_back(word_of(1, name, first));
    for (int group = 1; group < groups; ++group) {
        const double last =
            group * ranked / groups; // the last rank of the group, or a value between two ranks
        double next = std::floor(last) + 1;
        // A shared rank need not be a whole number.
        const auto above = std::upper_bound(sorted.begin(), sorted.end(), last);
        if (above != sorted.end() && *above < next) {
            next = std::nextafter(last, std::numeric_limits<double>::infinity());
        }
        bands.cuts.push_back({next, Place::keep});
        bands.words.push_back(word_of(group + 1, name, first));
    }
    return bands;
}

RankBands groups_of_scores(std::span<const double> sorted, int groups, const std::string& name,
                           const std::string& first) {
    const std::size_t n = sorted.size();
    const auto group_at = [&](std::size_t i) {
        const auto greater = static_cast<std::size_t>(
            sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), sorted[i]));
        const std::size_t rank = greater + 1;
        return static_cast<int>((static_cast<std::size_t>(groups) * rank + n - 1) / n);
    };
    RankBands bands;
    bands.words.push_back(word_of(group_at(0), name, first));
    for (std::size_t i = 1; i < n; ++i) {
        const int group = group_at(i);
        if (group == group_at(i - 1)) continue;
        bands.cuts.push_back({sorted[i - 1] + (sorted[i] - sorted[i - 1]) / 2, Place::roundest});
        bands.words.push_back(word_of(group, name, first));
    }
    return bands;
}

} // namespace wardmap::bands
