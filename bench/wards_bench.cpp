// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include "grid.h"
#include "wards/neighbours.h"

namespace {

/// 34,969 areas of 40 vertices, about as many as England and Wales have LSOAs.
void queen_neighbours(benchmark::State& state) {
    const auto wards = wardmap::bench::crooked_grid(187, 10);
    for (auto _ : state) {
        benchmark::DoNotOptimize(wardmap::wards::neighbours(wards.wards));
    }
}
BENCHMARK(queen_neighbours)->Unit(benchmark::kMillisecond);

} // namespace
