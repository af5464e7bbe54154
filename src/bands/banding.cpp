// SPDX-License-Identifier: MIT
#include "bands/banding.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bands/cuts.h"
#include "bands/fisher.h"
#include "bands/ranges.h"
#include "base/error.h"
#include "base/text.h"

namespace wardmap::bands {
namespace {

using project::Scheme;

std::vector<double> sorted_known(const std::vector<Cell>& cells) {
    std::vector<double> values;
    for (const auto& cell : cells) {
        if (cell.is_known()) values.push_back(cell.value());
    }
    std::sort(values.begin(), values.end());
    return values;
}

std::size_t distinct(const std::vector<double>& sorted) {
    std::size_t n = sorted.empty() ? 0 : 1;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i] != sorted[i - 1]) ++n;
    }
    return n;
}

Finding noted(std::string found) {
    return {Severity::note, {}, std::move(found), "", "", ""};
}

std::vector<double> inner_breaks(const std::vector<double>& sorted, const project::BandSpec& spec,
                                 Findings& findings) {
    if (spec.scheme == Scheme::fixed) {
        return {spec.breaks.begin() + 1, spec.breaks.end() - 1};
    }
    const std::size_t values = distinct(sorted);
    const int count = std::min(spec.count, static_cast<int>(std::min<std::size_t>(values, 9)));
    std::vector<double> breaks;
    switch (spec.scheme) {
    case Scheme::natural:
        breaks = fisher_breaks(sorted, count);
        break;
    case Scheme::quantile:
        breaks = quantile_breaks(sorted, spec.count);
        break;
    case Scheme::equal:
        breaks = equal_breaks(sorted, spec.count);
        break;
    case Scheme::fixed:
        break;
    }
    if (static_cast<int>(breaks.size()) + 1 < spec.count) {
        findings.push_back(noted(
            fmt::format("{} instead of {}: there {} only {}, and equal figures are never split",
                        text::counted(breaks.size() + 1, "band"), spec.count,
                        values == 1 ? "is" : "are", text::counted(values, "distinct figure"))));
    }
    return breaks;
}

std::size_t band_at(double value, const std::vector<double>& inner) {
    return static_cast<std::size_t>(std::upper_bound(inner.begin(), inner.end(), value) -
                                    inner.begin());
}

void refuse_outside(const std::vector<double>& sorted, const std::vector<double>& breaks) {
    Findings faults;
    for (const double value : {sorted.front(), sorted.back()}) {
        if (value >= breaks.front() && value <= breaks.back()) continue;
        faults.push_back(
            {Severity::error,
             {},
             fmt::format("the figure {} lies outside the fixed breaks {} to {}", text::exact(value),
                         text::exact(breaks.front()), text::exact(breaks.back())),
             "breaks that hold every figure",
             "widen the first or the last of bands = { breaks = [...] }",
             ""});
        if (sorted.front() == sorted.back()) break;
    }
    stop_on_errors(faults);
}

/// Suppressed wards whose whole interval lies in one band, by the band; the outer bands are open.
void band_suppressed(const std::vector<Cell>& cells, const std::vector<double>& inner, bool open,
                     double low, double high, Banding& banding) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].is_suppressed()) continue;
        if (!open && (cells[i].low() < low || cells[i].high() > high)) continue;
        const auto band = band_at(cells[i].low(), inner);
        if (band == band_at(cells[i].high(), inner)) banding.band_of[i] = band;
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

/// Goodness of variance fit and tabular accuracy index (Jenks and Caspall 1971; Slocum et al.
/// 2009).
void add_fit(const std::vector<Cell>& cells, Banding& banding) {
    const auto mean_of = [&](std::optional<std::size_t> band) {
        double sum = 0;
        std::size_t n = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!cells[i].is_known() || (band && banding.band_of[i] != band)) continue;
            sum += cells[i].value();
            ++n;
        }
        return n > 0 ? sum / static_cast<double>(n) : 0.0;
    };
    const double mean = mean_of(std::nullopt);
    std::vector<double> means;
    for (std::size_t k = 0; k < banding.bands.size(); ++k) {
        means.push_back(mean_of(k));
    }
    double squares = 0;
    double squares_within = 0;
    double absolute = 0;
    double absolute_within = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].is_known()) continue;
        const double total = cells[i].value() - mean;
        const double within = cells[i].value() - means[*banding.band_of[i]];
        squares += total * total;
        squares_within += within * within;
        absolute += std::abs(total);
        absolute_within += std::abs(within);
    }
    banding.gvf = squares > 0 ? 1 - squares_within / squares : 1;
    banding.tai = absolute > 0 ? 1 - absolute_within / absolute : 1;
}

void count_wards(const std::vector<Cell>& cells, Banding& banding) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!banding.band_of[i]) continue;
        auto& band = banding.bands[*banding.band_of[i]];
        ++(cells[i].is_known() ? band.known : band.suppressed);
    }
}

Ranges ranges_or_refuse(double low, double high, const std::vector<double>& inner,
                        const std::vector<Members>& members, bool may_move, int least_decimals) {
    auto ranges = print_ranges(low, high, inner, members, may_move, least_decimals);
    if (ranges) return *ranges;
    throw InputError(Finding{Severity::error,
                             {},
                             "no legend can tell these bands apart, even with 20 decimals",
                             "figures on both sides of each break that print differently",
                             "use other breaks or fewer bands",
                             ""});
}

} // namespace

Banding make_bands(const std::vector<Cell>& cells, const project::BandSpec& spec,
                   int least_decimals) {
    Banding banding;
    banding.scheme = spec.scheme;
    banding.band_of.resize(cells.size());
    banding.decimals = least_decimals;
    const auto sorted = sorted_known(cells);
    if (sorted.empty()) {
        banding.findings.push_back(noted("no ward has a known figure: there are no bands"));
        return banding;
    }
    const bool fixed = spec.scheme == Scheme::fixed;
    if (fixed) refuse_outside(sorted, spec.breaks);
    const auto inner = inner_breaks(sorted, spec, banding.findings);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].is_known()) banding.band_of[i] = band_at(cells[i].value(), inner);
    }
    double low = fixed ? spec.breaks.front() : sorted.front();
    double high = fixed ? spec.breaks.back() : sorted.back();
    band_suppressed(cells, inner, !fixed, low, high, banding);
    const auto members = members_of(cells, banding, inner.size() + 1);
    low = std::min(low, members.front().least.value_or(low));
    high = std::max(high, members.back().most.value_or(high));
    // Break places are free only where membership, not the place, is what the scheme decides.
    const bool may_move = spec.scheme == Scheme::natural || spec.scheme == Scheme::quantile;
    const auto ranges = ranges_or_refuse(low, high, inner, members, may_move, least_decimals);
    banding.decimals = ranges.decimals;
    const auto& ends = may_move ? ranges.breaks : inner;
    const bool worded = spec.labels.size() == ranges.ranges.size();
    for (std::size_t k = 0; k < ranges.ranges.size(); ++k) {
        banding.bands.push_back({k == 0 ? low : ends[k - 1], k < ends.size() ? ends[k] : high,
                                 ranges.ranges[k], worded ? spec.labels[k] : "", 0, 0});
    }
    if (!worded && !spec.labels.empty()) {
        banding.findings.push_back(noted(fmt::format("the words for {} are left out: there are {}",
                                                     text::counted(spec.labels.size(), "band"),
                                                     text::counted(banding.bands.size(), "band"))));
    }
    count_wards(cells, banding);
    add_fit(cells, banding);
    return banding;
}

std::string describe(const Banding& banding) {
    std::string scheme;
    switch (banding.scheme) {
    case Scheme::natural:
        scheme = "natural breaks (Fisher)";
        break;
    case Scheme::quantile:
        scheme = "quantiles";
        break;
    case Scheme::equal:
        scheme = "equal intervals";
        break;
    case Scheme::fixed:
        scheme = "fixed breaks";
        break;
    }
    return fmt::format("{}, {}", scheme, text::counted(banding.bands.size(), "band"));
}

} // namespace wardmap::bands
