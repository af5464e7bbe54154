// SPDX-License-Identifier: MIT
#include "statistics/backtest.h"

#include <numeric>

#include "statistics/concentration.h"

namespace wardmap::statistics {
namespace {

double sum(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

std::optional<BackTest> back_test(std::span<const std::size_t> listed,
                                  std::span<const double> later, std::span<const double> size) {
    const double events = sum(later);
    if (listed.empty() || events <= 0) return std::nullopt;
    double found = 0;
    double covered = 0;
    for (const auto ward : listed) {
        found += later[ward];
        covered += size[ward];
    }
    BackTest test;
    test.hit_rate = found / events;
    test.by_chance = covered / sum(size);
    test.predictive_accuracy = test.hit_rate / test.by_chance;
    test.efficiency = test.hit_rate / *share_of_top(later, listed.size());
    return test;
}

} // namespace wardmap::statistics
