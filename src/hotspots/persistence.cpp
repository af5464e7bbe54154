// SPDX-License-Identifier: MIT
#include "hotspots/persistence.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "hotspots/find_hotspots.h"
#include "statistics/mid_p.h"

namespace wardmap::hotspots {
namespace {

/// Corrections of the variance and of tau-b for ties: sums over groups of equal values.
struct Ties {
    double variance = 0;
    double pairs = 0;
};

Ties ties_of(std::vector<double> series) {
    std::sort(series.begin(), series.end());
    Ties ties;
    for (std::size_t i = 0; i < series.size();) {
        std::size_t end = i;
        while (end < series.size() && series[end] == series[i]) {
            ++end;
        }
        const auto t = static_cast<double>(end - i);
        ties.variance += t * (t - 1) * (2 * t + 5);
        ties.pairs += t * (t - 1) / 2;
        i = end;
    }
    return ties;
}

/// Exactly one unbroken run, of at least two, at the end.
bool one_final_run(const std::vector<bool>& hot) {
    std::size_t run = 0;
    while (run < hot.size() && hot[hot.size() - 1 - run]) {
        ++run;
    }
    const auto all = static_cast<std::size_t>(std::count(hot.begin(), hot.end(), true));
    return run >= 2 && run == all;
}

Pattern pattern_of(const std::vector<bool>& hot, bool ever_opposite, double direction,
                   bool has_trend) {
    if (hot.empty()) return Pattern::none;
    const auto count = std::count(hot.begin(), hot.end(), true);
    const bool mostly = static_cast<double>(count) >= 0.9 * static_cast<double>(hot.size());
    const bool last = hot.back();
    if (last && count == 1) return Pattern::fresh;
    if (!mostly && one_final_run(hot)) return Pattern::consecutive;
    if (mostly && last && has_trend && direction > 0) return Pattern::intensifying;
    if (mostly && last && has_trend && direction < 0) return Pattern::diminishing;
    if (mostly && !last) return Pattern::historical;
    if (mostly) return Pattern::persistent;
    if (last && ever_opposite) return Pattern::oscillating;
    if (last) return Pattern::sporadic;
    return Pattern::none;
}

} // namespace

Trend mann_kendall(const std::vector<double>& series) {
    const auto n = static_cast<double>(series.size());
    Trend trend;
    for (std::size_t i = 0; i < series.size(); ++i) {
        for (std::size_t j = i + 1; j < series.size(); ++j) {
            if (series[j] > series[i]) ++trend.s;
            if (series[j] < series[i]) --trend.s;
        }
    }
    const auto ties = ties_of(series);
    const double variance = (n * (n - 1) * (2 * n + 5) - ties.variance) / 18;
    const double pairs = n * (n - 1) / 2;
    if (trend.s == 0 || variance <= 0) return trend;
    trend.z = (trend.s - (trend.s > 0 ? 1 : -1)) / std::sqrt(variance);
    trend.tau = trend.s / std::sqrt((pairs - ties.pairs) * pairs);
    trend.p = statistics::two_sided_p_of_score(trend.z);
    return trend;
}

Persistence persistence(const std::vector<double>& z, const std::vector<bool>& hot,
                        const std::vector<bool>& cold, double level) {
    Persistence result;
    result.hot_steps = static_cast<std::size_t>(std::count(hot.begin(), hot.end(), true));
    result.cold_steps = static_cast<std::size_t>(std::count(cold.begin(), cold.end(), true));
    result.trend = mann_kendall(z);
    const bool has_trend = result.trend.p <= level;
    result.hot = pattern_of(hot, result.cold_steps > 0, result.trend.s, has_trend);
    result.cold = pattern_of(cold, result.hot_steps > 0, -result.trend.s, has_trend);
    return result;
}

std::vector<Series> read_series(const std::vector<StepCells>& steps, const SeriesRequest& request) {
    struct Tests {
        std::vector<double> z;
        std::vector<bool> hot, cold, maybe_hot, maybe_cold;
    };
    std::vector<Tests> tests(request.neighbours.size() - request.around);
    const std::vector<Cell> none;
    const bool smooths = request.spec.of == project::HotspotSpec::Of::smoothed;
    for (const auto& step : steps) {
        const auto found = find_hotspots({.values = step.values,
                                          .figures = step.figures,
                                          .denominators = smooths ? request.denominators : none,
                                          .neighbours = request.neighbours,
                                          .spec = request.spec,
                                          .threads = request.threads,
                                          .around = request.around});
        for (std::size_t i = 0; i < tests.size(); ++i) {
            const auto& ward = found.wards[i];
            if (!ward.surroundings || !ward.neighbours) continue;
            const auto& test = *ward.neighbours;
            const bool firm = test.evidence == Evidence::firm;
            tests[i].z.push_back(ward.surroundings->z);
            tests[i].maybe_hot.push_back(test.verdict == Verdict::high);
            tests[i].maybe_cold.push_back(test.verdict == Verdict::low);
            tests[i].hot.push_back(test.verdict == Verdict::high && firm);
            tests[i].cold.push_back(test.verdict == Verdict::low && firm);
        }
    }
    std::vector<Series> series;
    for (const auto& t : tests) {
        series.push_back({t.z.size(), persistence(t.z, t.hot, t.cold, request.spec.level),
                          persistence(t.z, t.maybe_hot, t.maybe_cold, request.spec.level)});
    }
    return series;
}

const std::string& words(Pattern pattern) {
    static const std::array<std::string, 9> texts = {"no pattern",   "new",         "consecutive",
                                                     "intensifying", "persistent",  "diminishing",
                                                     "sporadic",     "oscillating", "historical"};
    return texts.at(static_cast<std::size_t>(pattern));
}

} // namespace wardmap::hotspots
