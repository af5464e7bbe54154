// SPDX-License-Identifier: MIT
#include <cmath>
#include <vector>

#include <benchmark/benchmark.h>

#include "grid.h"
#include "maps/sheets/category_sheet.h"
#include "paint/canvas.h"
#include "style/style.h"
#include "support/study.h"

namespace {

using namespace wardmap;

/// 8,100 wards of 200 vertices, as many wards as in England and Wales.
const Study& country() {
    static const Study study = [] {
        const auto wards = bench::crooked_grid(90, 50);
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < wards.wards.size(); ++i) {
            cells.push_back(Cell::known(std::fmod(static_cast<double>(i) * 37.7, 91)));
        }
        return testing::study_of(wards, cells);
    }();
    return study;
}

void lay_out_country(benchmark::State& state) {
    const paint::TextMetrics metrics;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            maps::lay_out_sheet(country(), country().categories[0], {}, metrics));
    }
}
BENCHMARK(lay_out_country)->Unit(benchmark::kMillisecond);

enum class Format { png, svg, pdf };

void paint_country(benchmark::State& state, Format format) {
    const paint::TextMetrics metrics;
    const auto sheet = maps::lay_out_sheet(country(), country().categories[0], {}, metrics);
    for (auto _ : state) {
        switch (format) {
        case Format::png:
            benchmark::DoNotOptimize(paint::to_png(sheet.scene, 300));
            break;
        case Format::svg:
            benchmark::DoNotOptimize(paint::to_svg(sheet.scene));
            break;
        case Format::pdf:
            benchmark::DoNotOptimize(paint::to_pdf({&sheet.scene, 1}, "x"));
            break;
        }
    }
}
BENCHMARK_CAPTURE(paint_country, png, Format::png)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(paint_country, svg, Format::svg)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(paint_country, pdf, Format::pdf)->Unit(benchmark::kMillisecond);

} // namespace
