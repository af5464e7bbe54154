// SPDX-License-Identifier: MIT
#include <algorithm>
#include <random>
#include <vector>

#include <benchmark/benchmark.h>

#include "bands/fisher.h"

namespace {

std::vector<double> skewed_values(std::size_t n) {
    std::mt19937_64 random(20141123);
    std::vector<double> values;
    for (std::size_t i = 0; i < n; ++i) {
        const double u = static_cast<double>(random() >> 11) * 0x1p-53;
        values.push_back(1000 * u * u * u);
    }
    std::sort(values.begin(), values.end());
    return values;
}

void natural_breaks(benchmark::State& state) {
    const auto values = skewed_values(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(wardmap::bands::fisher_breaks(values, 7));
    }
}
BENCHMARK(natural_breaks)->Arg(26)->Arg(8533)->Arg(190000)->Unit(benchmark::kMillisecond);

} // namespace
