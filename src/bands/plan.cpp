// SPDX-License-Identifier: MIT
#include "bands/plan.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bands/cuts.h"
#include "bands/fisher.h"
#include "bands/ranks.h"
#include "bands/spread.h"
#include "bands/zero.h"
#include "base/error.h"
#include "base/text.h"

namespace wardmap::bands {
namespace {

using project::Scheme;

constexpr int most_bands = 9;

Finding noted(std::string found) {
    return {.severity = Severity::note, .found = std::move(found)};
}

/// Snaps a computed cut to a figure that differs from it only by rounding.
double snapped(double cut, std::span<const double> sorted) {
    constexpr double rounding = 1e-12;
    const auto above = std::lower_bound(sorted.begin(), sorted.end(), cut);
    if (above != sorted.end() && *above - cut <= rounding * std::abs(cut)) return *above;
    if (above != sorted.begin() && cut - *(above - 1) <= rounding * std::abs(cut)) {
        return *(above - 1);
    }
    return cut;
}

void set_cuts(Plan& plan, std::span<const double> sorted, const std::vector<double>& breaks,
              Place place) {
    for (const double at : breaks) {
        plan.cuts.push_back({snapped(at, sorted), place});
    }
    plan.words.resize(plan.cuts.size() + 1);
}

void set_worded(Plan& plan, std::span<const double> sorted, WordedBreaks worded, Place place) {
    set_cuts(plan, sorted, worded.breaks, place);
    plan.words = std::move(worded.words);
}

void set_pretty(Plan& plan, std::span<const double> sorted, int count) {
    auto ends = pretty_ends(sorted, count);
    for (int fewer = count - 1; ends.size() > most_bands + 1 && fewer > 0; --fewer) {
        ends = pretty_ends(sorted, fewer);
    }
    plan.low = std::min(ends.front(), sorted.front());
    plan.high = std::max(ends.back(), sorted.back());
    set_cuts(plan, sorted, {ends.begin() + 1, ends.end() - 1}, Place::keep);
}

void set_fixed(Plan& plan, const project::BandSpec& spec) {
    plan.low = spec.breaks.front();
    plan.high = spec.breaks.back();
    plan.reaches = spec.open_ended;
    for (std::size_t i = 1; i + 1 < spec.breaks.size(); ++i) {
        plan.cuts.push_back({spec.breaks[i], Place::keep});
    }
    plan.words.resize(plan.cuts.size() + 1);
}

void set_geometric(Plan& plan, std::span<const double> sorted, int count) {
    if (sorted.front() <= 0) {
        throw InputError(
            Finding{.severity = Severity::error,
                    .found = fmt::format("geometric bands cannot start at {}",
                                         text::shortest(sorted.front())),
                    .expected = "figures that are all above 0",
                    .help = sorted.front() == 0
                                ? "give 0 a separate band: bands = { ..., zero = \"apart\" }"
                                : "choose another scheme"});
    }
    set_cuts(plan, sorted, geometric_breaks(sorted, count), Place::keep);
}

void set_head_tail(Plan& plan, std::span<const double> sorted) {
    auto breaks = head_tail_breaks(sorted);
    if (breaks.size() >= most_bands) breaks.resize(most_bands - 1);
    set_cuts(plan, sorted, breaks, Place::keep);
}

void set_ranks(Plan& plan, std::span<const double> sorted, const project::BandSpec& spec) {
    const bool tenths = spec.scheme == Scheme::deciles;
    const int groups = tenths ? 10 : 5;
    const std::string name = tenths ? "decile" : "quintile";
    auto bands = spec.rank_total
                     ? groups_of_ranks(sorted, *spec.rank_total, groups, name, spec.rank_one_means)
                     : groups_of_scores(sorted, groups, name, spec.rank_one_means);
    if (spec.rank_total) {
        plan.low = 1;
        plan.high = *spec.rank_total;
    }
    plan.cuts = std::move(bands.cuts);
    plan.words = std::move(bands.words);
}

Plan propose(std::span<const double> sorted, const project::BandSpec& spec, int count) {
    Plan plan;
    plan.scheme = spec.scheme;
    plan.method = name_of(spec);
    switch (spec.scheme) {
    case Scheme::natural:
        set_cuts(plan, sorted, fisher_breaks(sorted, count), Place::roundest);
        break;
    case Scheme::quantile:
        set_cuts(plan, sorted, quantile_breaks(sorted, count), Place::roundest);
        break;
    case Scheme::equal:
        set_cuts(plan, sorted, equal_breaks(sorted, count), Place::keep);
        break;
    case Scheme::fixed:
        set_fixed(plan, spec);
        break;
    case Scheme::deviation:
        set_worded(plan, sorted, deviation_breaks(sorted), Place::keep);
        break;
    case Scheme::pretty:
        set_pretty(plan, sorted, count);
        break;
    case Scheme::box:
        set_worded(plan, sorted, box_breaks(sorted, spec.hinge), Place::keep);
        break;
    case Scheme::head_tail:
        set_head_tail(plan, sorted);
        break;
    case Scheme::geometric:
        set_geometric(plan, sorted, count);
        break;
    case Scheme::maximum:
        set_cuts(plan, sorted, maximum_breaks(sorted, count), Place::roundest);
        break;
    case Scheme::percentile:
        set_worded(plan, sorted, percentile_breaks(sorted), Place::roundest);
        break;
    case Scheme::deciles:
    case Scheme::quintiles:
        set_ranks(plan, sorted, spec);
        break;
    }
    return plan;
}

/// Removes a band: the cut at one of its ends, and its word.
void take_out(Plan& plan, std::size_t band, std::size_t cut, std::vector<std::string>& gone) {
    if (!plan.words[band].empty()) gone.push_back(text::quoted(plan.words[band]));
    plan.words.erase(plan.words.begin() + static_cast<std::ptrdiff_t>(band));
    plan.cuts.erase(plan.cuts.begin() + static_cast<std::ptrdiff_t>(cut));
}

bool holds_none(std::span<const double> sorted, double from, double to) {
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), from);
    return first == sorted.end() || *first >= to;
}

/// Merges cuts that coincide and those that differ only in printing, and removes empty outer bands.
void tidy(Plan& plan, std::span<const double> sorted) {
    std::vector<std::string> gone;
    const double low = plan.low.value_or(sorted.front());
    const double high = plan.high.value_or(sorted.back());
    while (!plan.cuts.empty() && plan.cuts.front().at <= low) {
        take_out(plan, 0, 0, gone);
    }
    while (!plan.cuts.empty() && plan.cuts.back().at > high) {
        take_out(plan, plan.words.size() - 1, plan.cuts.size() - 1, gone);
    }
    for (std::size_t i = 1; i < plan.cuts.size();) {
        const auto& from = plan.cuts[i - 1];
        const auto& to = plan.cuts[i];
        const bool free = from.place == Place::roundest && to.place == Place::roundest;
        if (from.at == to.at || (free && holds_none(sorted, from.at, to.at))) {
            take_out(plan, i, i, gone);
        } else {
            ++i;
        }
    }
    if (gone.empty()) return;
    plan.findings.push_back(noted(fmt::format("no figure is in the {} {}: {} left out",
                                              gone.size() == 1 ? "band" : "bands", text::list(gone),
                                              gone.size() == 1 ? "it is" : "they are")));
}

std::size_t distinct(std::span<const double> sorted) {
    std::size_t n = sorted.empty() ? 0 : 1;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i] != sorted[i - 1]) ++n;
    }
    return n;
}

bool makes_its_count(Scheme scheme) {
    return scheme == Scheme::natural || scheme == Scheme::quantile || scheme == Scheme::equal ||
           scheme == Scheme::geometric || scheme == Scheme::maximum;
}

void report_if_fewer(Plan& plan, std::span<const double> sorted, int count) {
    const auto bands = plan.cuts.size() + 1;
    if (!makes_its_count(plan.scheme) || bands >= static_cast<std::size_t>(count)) return;
    const std::size_t values = distinct(sorted);
    const auto instead = fmt::format("{} instead of {}", text::with_count(bands, "band"), count);
    plan.findings.push_back(noted(
        values < static_cast<std::size_t>(count)
            ? fmt::format("{}: there {} only {}, and equal figures are never split", instead,
                          values == 1 ? "is" : "are", text::with_count(values, "distinct figure"))
            : instead + ": cuts coincide, and equal figures are never split"));
}

/// The project's own words replace the scheme's if there is one for each band.
void set_labels(Plan& plan, const std::vector<std::string>& labels) {
    if (labels.empty()) return;
    if (labels.size() == plan.words.size()) {
        plan.words = labels;
        return;
    }
    plan.findings.push_back(noted(fmt::format("the labels for {} are left out: there are {}",
                                              text::with_count(labels.size(), "band"),
                                              text::with_count(plan.words.size(), "band"))));
}

Plan plan_without_zeros(std::span<const double> sorted, const project::BandSpec& spec) {
    std::vector<double> others(sorted.begin(), sorted.end());
    std::erase(others, 0.0);
    auto labels = spec.labels;
    const std::string word = labels.empty() ? "none" : labels.front();
    if (!labels.empty()) labels.erase(labels.begin());
    const bool below = sorted.front() < 0;
    const bool above = sorted.back() > 0;
    Plan plan;
    if (others.empty()) {
        plan.scheme = spec.scheme;
        plan.method = name_of(spec);
        plan.words = {word};
        return plan;
    }
    const int count = std::max(1, spec.count - (below && above ? 2 : 1));
    plan = propose(others, spec, count);
    set_labels(plan, labels);
    tidy(plan, others);
    report_if_fewer(plan, others, count);
    if (others.size() == sorted.size()) {
        plan.findings.push_back(noted("no figure is 0: there is no band for it"));
        return plan;
    }
    set_zero_apart(plan, others, word);
    plan.method += ", 0 apart";
    return plan;
}

} // namespace

Plan plan_bands(std::span<const double> sorted, const project::BandSpec& spec) {
    if (spec.zero_apart) return plan_without_zeros(sorted, spec);
    Plan plan = propose(sorted, spec, spec.count);
    set_labels(plan, spec.labels);
    tidy(plan, sorted);
    report_if_fewer(plan, sorted, spec.count);
    return plan;
}

std::string name_of(const project::BandSpec& spec) {
    const auto by_rank = [&](const char* groups) {
        return spec.rank_total
                   ? fmt::format("{} by rank of {}", groups, text::number(*spec.rank_total, 0))
                   : fmt::format("{} by rank on this map", groups);
    };
    switch (spec.scheme) {
    case Scheme::natural:
        return "natural breaks (Fisher)";
    case Scheme::quantile:
        return "quantiles";
    case Scheme::equal:
        return "equal intervals";
    case Scheme::fixed:
        return "fixed breaks";
    case Scheme::deviation:
        return "standard deviations (s.d.) from the mean";
    case Scheme::pretty:
        return "round steps";
    case Scheme::box:
        return fmt::format("box map, hinge {}", text::shortest(spec.hinge));
    case Scheme::head_tail:
        return "head/tail breaks";
    case Scheme::geometric:
        return "geometric intervals";
    case Scheme::maximum:
        return "maximum breaks";
    case Scheme::percentile:
        return "percentiles 1, 10, 50, 90 and 99";
    case Scheme::deciles:
        return by_rank("deciles");
    case Scheme::quintiles:
        return by_rank("quintiles");
    }
    return {};
}

} // namespace wardmap::bands
