// SPDX-License-Identifier: MIT
// The 34,753 LSOAs of England and Wales: reading, neighbours, Gi*. WARDMAP_TEST_DATA names the
// folder of the official open data (see geodata/README.md); without it these are skipped.
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include <benchmark/benchmark.h>

#include "statistics/local_g.h"
#include "statistics/permutation.h"
#include "wards/neighbours.h"
#include "wards/read_wards.h"

namespace {

using namespace wardmap;

std::optional<wards::BoundarySource> lsoas(benchmark::State& state) {
    const char* const folder = std::getenv("WARDMAP_TEST_DATA");
    const auto file =
        std::filesystem::path(folder != nullptr ? folder : "") / "boundaries/ew_lsoa_2011.shp";
    if (std::filesystem::exists(file)) {
        wards::BoundarySource source;
        source.file = {"ew_lsoa_2011.shp", file.string()};
        return source;
    }
    state.SkipWithError("WARDMAP_TEST_DATA names no folder with boundaries/ew_lsoa_2011.shp");
    return std::nullopt;
}

std::vector<double> rates(std::size_t n) {
    std::vector<double> values;
    for (std::size_t i = 0; i < n; ++i) {
        const auto t = static_cast<double>(i);
        values.push_back(20 + 10 * std::sin(t * 0.7) + 5 * std::cos(t * 0.013));
    }
    return values;
}

void lsoa_reading(benchmark::State& state) {
    const auto source = lsoas(state);
    if (!source) return;
    for (auto _ : state) {
        benchmark::DoNotOptimize(wards::read_wards(*source));
    }
}
BENCHMARK(lsoa_reading)->Unit(benchmark::kMillisecond);

void lsoa_neighbours(benchmark::State& state) {
    const auto source = lsoas(state);
    if (!source) return;
    const auto set = wards::read_wards(*source);
    for (auto _ : state) {
        benchmark::DoNotOptimize(wards::neighbours(set.wards));
    }
}
BENCHMARK(lsoa_neighbours)->Unit(benchmark::kMillisecond);

void lsoa_local_g(benchmark::State& state) {
    const auto source = lsoas(state);
    if (!source) return;
    const auto links = wards::neighbours(wards::read_wards(*source).wards);
    const auto values = rates(links.size());
    for (auto _ : state) {
        benchmark::DoNotOptimize(statistics::local_g(values, links));
    }
}
BENCHMARK(lsoa_local_g)->Unit(benchmark::kMillisecond);

/// One thread: the wall time on n cores is about an nth of it.
void lsoa_local_g_9999_permutations(benchmark::State& state) {
    const auto source = lsoas(state);
    if (!source) return;
    const auto links = wards::neighbours(wards::read_wards(*source).wards);
    const auto values = rates(links.size());
    for (auto _ : state) {
        benchmark::DoNotOptimize(statistics::permutation_p(values, links, {9999, 1, 1}));
    }
}
BENCHMARK(lsoa_local_g_9999_permutations)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace
