// SPDX-License-Identifier: MIT
// Assigning incidents to wards: 8,100 wards of 200 vertices, as many as in England and Wales.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <benchmark/benchmark.h>

#include "base/philox.h"
#include "geo/bulk_transform.h"
#include "grid.h"
#include "incidents/count.h"
#include "incidents/ward_locator.h"

namespace {

using namespace wardmap;

constexpr int side = 90;

std::vector<geo::Point> made_up_points(std::size_t n) {
    RandomStream random(1, 1);
    std::vector<geo::Point> points;
    points.reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
        points.push_back(
            {500'000 + 90'000 * random.uniform(), 150'000 + 90'000 * random.uniform()});
    }
    return points;
}

void ward_index(benchmark::State& state) {
    const auto wards = bench::crooked_grid(side, 50);
    for (auto _ : state) {
        benchmark::DoNotOptimize(incidents::WardLocator(wards.wards));
    }
}
BENCHMARK(ward_index)->Unit(benchmark::kMillisecond);

void locate_a_million_points(benchmark::State& state) {
    const auto wards = bench::crooked_grid(side, 50);
    const incidents::WardLocator locator(wards.wards);
    const auto points = made_up_points(1'000'000);
    for (auto _ : state) {
        std::int64_t sum = 0;
        for (const auto p : points) {
            sum += locator.locate(p).ward;
        }
        benchmark::DoNotOptimize(sum);
    }
}
BENCHMARK(locate_a_million_points)->Unit(benchmark::kMillisecond);

void transform_a_million_points(benchmark::State& state) {
    const geo::BulkTransform transform("EPSG:4326", "EPSG:27700",
                                       {400'000, 100'000, 600'000, 300'000}, "bench");
    RandomStream random(1, 2);
    std::vector<geo::Point> points;
    for (int i = 0; i < 1'000'000; ++i) {
        points.push_back({-1.5 + 2 * random.uniform(), 51.2 + random.uniform()});
    }
    for (auto _ : state) {
        auto moved = points;
        std::vector<char> reached;
        transform(moved, reached);
        benchmark::DoNotOptimize(moved);
    }
}
BENCHMARK(transform_a_million_points)->Unit(benchmark::kMillisecond);

/// A million rows of CSV, read, located and counted; the argument is the number of threads.
void count_a_million_rows(benchmark::State& state) {
    const auto wards = bench::crooked_grid(side, 50);
    const auto file = std::filesystem::temp_directory_path() / "wardmap-incidents-bench.csv";
    {
        std::ofstream out(file);
        out << "Crime ID,Month,Easting,Northing,Location,LSOA code,Crime type,Outcome\n";
        std::size_t i = 0;
        for (const auto p : made_up_points(1'000'000)) {
            ++i;
            out << 1'000'000'000'000 + i << ",2024-0" << 1 + i % 9 << ',' << static_cast<int>(p.x)
                << ',' << static_cast<int>(p.y) << ",On or near Station Road,E01012345,Type "
                << i % 12 << ",Investigation complete; no suspect identified\n";
        }
    }
    incidents::Request request;
    request.source.files = {{file.string(), file.string()}};
    request.threads = static_cast<int>(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(incidents::count_incidents(request, wards));
    }
    std::filesystem::remove(file);
}
BENCHMARK(count_a_million_rows)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
