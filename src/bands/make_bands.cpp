// SPDX-License-Identifier: MIT
#include "bands/make_bands.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bands/ranges.h"
#include "base/error.h"
#include "base/text.h"

namespace wardmap::bands {
namespace {

std::vector<double> sorted_known(const std::vector<Cell>& cells) {
    std::vector<double> values;
    for (const auto& cell : cells) {
        if (cell.is_known()) values.push_back(cell.value());
    }
    std::sort(values.begin(), values.end());
    return values;
}

Finding noted(std::string found) {
    return {.severity = Severity::note, .found = std::move(found)};
}

Banding without_bands(const std::vector<Cell>& cells, std::string method, int decimals) {
    Banding banding;
    banding.method = std::move(method);
    banding.band_of.resize(cells.size());
    banding.decimals = decimals;
    banding.findings.push_back(noted("no figure is known: there are no bands"));
    return banding;
}

std::size_t band_at(double value, const std::vector<Cut>& cuts) {
    const auto above = std::upper_bound(cuts.begin(), cuts.end(), value,
                                        [](double v, const Cut& cut) { return v < cut.at; });
    return static_cast<std::size_t>(above - cuts.begin());
}

void refuse_outside(const std::vector<double>& sorted, const Plan& plan) {
    Findings faults;
    for (const double value : {sorted.front(), sorted.back()}) {
        if (value >= *plan.low && value <= *plan.high) continue;
        faults.push_back({.severity = Severity::error,
                          .found = fmt::format("the figure {} is outside the fixed breaks {} to {}",
                                               text::shortest(value), text::shortest(*plan.low),
                                               text::shortest(*plan.high)),
                          .expected = "breaks that include every figure",
                          .help = "widen the first or the last of bands = { breaks = [...] }"});
        if (sorted.front() == sorted.back()) break;
    }
    stop_on_errors(faults);
}

/// Counts suppressed wards whose whole interval is in one band, by band.
void band_suppressed(const std::vector<Cell>& cells, const Plan& plan, Banding& banding) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].is_suppressed()) continue;
        if (!plan.reaches && (cells[i].low() < *plan.low || cells[i].high() > *plan.high)) continue;
        const auto band = band_at(cells[i].low(), plan.cuts);
        if (band == band_at(cells[i].high(), plan.cuts)) banding.band_of[i] = band;
    }
}

std::vector<Members> members_of(const std::vector<Cell>& cells, const Banding& banding,
                                std::size_t count) {
    std::vector<Members> members(count);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!banding.band_of[i]) continue;
        auto& band = members[*banding.band_of[i]];
        band.least = std::min(band.least.value_or(cells[i].low()), cells[i].low());
        band.most = std::max(band.most.value_or(cells[i].high()), cells[i].high());
    }
    return members;
}

void count_wards(const std::vector<Cell>& cells, Banding& banding) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!banding.band_of[i]) continue;
        auto& band = banding.bands[*banding.band_of[i]];
        ++(cells[i].is_known() ? band.known : band.suppressed);
    }
}

Ranges ranges_or_refuse(double low, double high, const std::vector<Cut>& cuts,
                        const std::vector<Members>& members, int least_decimals) {
    auto ranges = print_ranges(low, high, cuts, members, least_decimals);
    if (ranges) return *ranges;
    throw InputError(
        Finding{.severity = Severity::error,
                .found = "no legend can distinguish these bands, even with 20 decimals",
                .expected = "figures on both sides of each break that print differently",
                .help = "use other breaks or fewer bands"});
}

/// Reports an end band that extends beyond the plan.
void say_reach(const Plan& plan, double low, double high, Banding& banding) {
    if (!plan.borrowed) return;
    std::vector<std::string> reaching;
    if (plan.low && low < *plan.low) {
        reaching.push_back(fmt::format("the lowest band down to {} (from {})", text::shortest(low),
                                       text::shortest(*plan.low)));
    }
    if (plan.high && high > *plan.high) {
        reaching.push_back(fmt::format("the highest band up to {} (from {})", text::shortest(high),
                                       text::shortest(*plan.high)));
    }
    if (reaching.empty()) return;
    banding.method += ", end bands extended to these figures";
    banding.findings.push_back(noted(fmt::format("figures are outside the bands {}; extended: {}",
                                                 plan.method, text::list(reaching))));
}

/// The cuts for another map, so that its legend reads the same. A free cut moves to its printed
/// value; if rounding would put a figure above it, to the rounding limit.
std::vector<Cut> standing_cuts(std::vector<Cut> cuts, const Ranges& ranges,
                               const std::vector<Members>& members) {
    for (std::size_t k = 0; k < cuts.size(); ++k) {
        if (cuts[k].place != Place::roundest) continue;
        const double printed = ranges.breaks[k];
        double cut = printed;
        const bool parts = members[k].most.value_or(printed - 1) < printed &&
                           members[k + 1].least.value_or(printed) >= printed;
        if (!parts) {
            const double tenths = std::pow(10, ranges.decimals + 1); // of the last printed digit
            cut = (std::round(printed * tenths) - 5) / tenths;
            if (printed <= 0) cut = std::nextafter(cut, 0.0); // halves are rounded away from 0
        }
        cuts[k] = {cut, Place::keep};
    }
    return cuts;
}

} // namespace

Banding make_bands(const std::vector<Cell>& cells, const project::BandSpec& spec,
                   int least_decimals) {
    const auto sorted = sorted_known(cells);
    if (sorted.empty()) return without_bands(cells, name_of(spec), least_decimals);
    return fill_bands(cells, plan_bands(sorted, spec), least_decimals);
}

Banding fill_bands(const std::vector<Cell>& cells, const Plan& plan, int least_decimals) {
    const auto sorted = sorted_known(cells);
    if (sorted.empty()) return without_bands(cells, plan.method, least_decimals);
    if (!plan.reaches) refuse_outside(sorted, plan);
    Banding banding;
    banding.scheme = plan.scheme;
    banding.method = plan.method;
    banding.findings = plan.findings;
    banding.band_of.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].is_known()) banding.band_of[i] = band_at(cells[i].value(), plan.cuts);
    }
    band_suppressed(cells, plan, banding);
    const auto members = members_of(cells, banding, plan.cuts.size() + 1);
    double low = plan.low.value_or(sorted.front());
    double high = plan.high.value_or(sorted.back());
    low = std::min({low, sorted.front(), members.front().least.value_or(low)});
    high = std::max({high, sorted.back(), members.back().most.value_or(high)});
    say_reach(plan, low, high, banding);
    const auto ranges = ranges_or_refuse(low, high, plan.cuts, members, least_decimals);
    banding.decimals = ranges.decimals;
    const auto end = [&](std::size_t k) {
        return plan.cuts[k].place == Place::keep ? plan.cuts[k].at : ranges.breaks[k];
    };
    for (std::size_t k = 0; k < ranges.ranges.size(); ++k) {
        banding.bands.push_back({k == 0 ? low : end(k - 1), k < plan.cuts.size() ? end(k) : high,
                                 ranges.ranges[k], plan.words[k], 0, 0});
    }
    banding.cuts = standing_cuts(plan.cuts, ranges, members);
    count_wards(cells, banding);
    banding.fit = fit_of(cells, banding.band_of, banding.bands.size());
    return banding;
}

Plan plan_of(const Banding& banding, std::string method) {
    Plan plan;
    plan.borrowed = true;
    plan.scheme = banding.scheme;
    plan.method = std::move(method);
    plan.cuts = banding.cuts;
    for (const auto& band : banding.bands) {
        plan.words.push_back(band.word);
    }
    plan.low = banding.bands.front().low;
    plan.high = banding.bands.back().high;
    return plan;
}

} // namespace wardmap::bands
