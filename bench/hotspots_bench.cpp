// SPDX-License-Identifier: MIT
#include <cmath>

#include <benchmark/benchmark.h>

#include "statistics/local_g.h"
#include "statistics/permutation.h"

namespace {

constexpr std::size_t side = 187; // 34,969 areas, about as many as England and Wales have LSOAs

wardmap::statistics::Neighbours queen_grid() {
    wardmap::statistics::Neighbours links(side * side);
    for (std::size_t y = 0; y < side; ++y) {
        for (std::size_t x = 0; x < side; ++x) {
            for (std::size_t v = y > 0 ? y - 1 : 0; v <= y + 1 && v < side; ++v) {
                for (std::size_t u = x > 0 ? x - 1 : 0; u <= x + 1 && u < side; ++u) {
                    if (u != x || v != y) links[y * side + x].push_back(v * side + u);
                }
            }
        }
    }
    return links;
}

std::vector<double> rates() {
    std::vector<double> values;
    for (std::size_t i = 0; i < side * side; ++i) {
        const auto t = static_cast<double>(i);
        values.push_back(20 + 10 * std::sin(t * 0.7) + 5 * std::cos(t * 0.013));
    }
    return values;
}

void local_g_analytic(benchmark::State& state) {
    const auto links = queen_grid();
    const auto values = rates();
    for (auto _ : state) {
        benchmark::DoNotOptimize(wardmap::statistics::local_g(values, links));
    }
}
BENCHMARK(local_g_analytic)->Unit(benchmark::kMillisecond);

void local_g_permutations(benchmark::State& state) {
    const auto links = queen_grid();
    const auto values = rates();
    const auto permutations = static_cast<std::size_t>(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            wardmap::statistics::permutation_p(values, links, {permutations, 1, 0}));
    }
}
BENCHMARK(local_g_permutations)->Arg(999)->Arg(9999)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
