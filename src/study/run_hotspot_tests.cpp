// SPDX-License-Identifier: MIT
#include "study/run_hotspot_tests.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/find_hotspots.h"
#include "measures/measure.h"
#include "measures/smoothing.h"
#include "statistics/concentration.h"
#include "statistics/posterior.h"
#include "study/alerts.h"
#include "study/area_value.h"

namespace wardmap {
namespace {

using project::MeasureKind;

/// A weighted sum does not vary as a count does.
bool is_plain(const project::Category& spec) {
    const auto parts = project::parts_of(spec);
    return std::all_of(parts.begin(), parts.end(),
                       [](const project::Part& part) { return part.weight == 1; });
}

/// The denominators of counts of events or people; empty if figures are not such counts.
std::vector<Cell> population_denominator(const TestContext& context,
                                         const project::Category& spec) {
    const auto* const denominator = find_denominator(context.denominators, spec);
    const bool counts =
        spec.is(MeasureKind::rate) || spec.is(MeasureKind::share) || spec.is(MeasureKind::index);
    return denominator != nullptr && counts && is_plain(spec) ? denominator->cells
                                                              : std::vector<Cell>();
}

/// The area's cells, and then those of the ring.
std::vector<Cell> both(std::vector<Cell> cells, const std::vector<Cell>& around) {
    cells.insert(cells.end(), around.begin(), around.end());
    return cells;
}

/// Whether the wards of the ring have figures. Those of a table with suppressed figures are not
/// used, because no rule covers their publication.
bool has_fringe(const TestContext& context, const PublishedCategory& category) {
    return context.fringe && !category.around.empty() && !category.disclosure.rule.is_on();
}

/// The measure of the wards of the ring.
std::vector<Cell> measured_around(const TestContext& context, const project::Category& spec,
                                  const std::vector<Cell>& figures) {
    const auto* const denominator = find_denominator(context.denominators, spec);
    std::vector<double> areas;
    for (const auto& ward : context.fringe->wards.wards) {
        areas.push_back(ward.area_m2);
    }
    return measures::measure(spec, figures, denominator ? denominator->around : std::vector<Cell>(),
                             areas);
}

/// The reference rate: 100 for an index; else the area's own, if the legend can state it.
hotspots::Reference reference_of(const BandedCategory& category, const std::vector<Cell>& people) {
    if (category.spec.is(MeasureKind::index)) return {1.0, std::nullopt, std::nullopt};
    const auto& area = category.area_value;
    if (!area.is_known() && !area.is_suppressed()) return {};
    double all = 0;
    for (const auto& cell : people) {
        all += cell.value();
    }
    return {std::nullopt, stated_total(category), all};
}

hotspots::WhyNot why_not_tested(const project::Category& spec) {
    using hotspots::WhyNot;
    if (!spec.has_measure()) return WhyNot::made_of_others;
    switch (spec.measure) {
    case MeasureKind::count:
        return WhyNot::count;
    case MeasureKind::density:
        return WhyNot::density;
    case MeasureKind::mean:
    case MeasureKind::rank:
        return WhyNot::mean;
    case MeasureKind::share:
        if (spec.denominator.empty()) return WhyNot::share_of_sum;
        break;
    case MeasureKind::rate:
    case MeasureKind::index:
        break;
    }
    return is_plain(spec) ? WhyNot::tested : WhyNot::weighted;
}

hotspots::Hotspots hotspots_of(const TestContext& context, const BandedCategory& category,
                               const std::vector<Cell>& people) {
    const auto& spec = category.spec;
    const bool ring = has_fringe(context, category);
    const auto values = ring
                            ? both(category.values, measured_around(context, spec, category.around))
                            : category.values;
    const auto figures = ring ? both(category.figures, category.around) : category.figures;
    const auto denominators =
        ring && !people.empty() ? both(people, find_denominator(context.denominators, spec)->around)
                                : people;
    return hotspots::find_hotspots(
        {.values = values,
         .figures = figures,
         .denominators = denominators,
         .kind = spec.is(MeasureKind::share) ? statistics::Distribution::binomial
                                             : statistics::Distribution::poisson,
         .neighbours = ring ? context.fringe->neighbours : context.neighbours,
         .spec = spec.hotspots,
         .threads = context.threads,
         .around = ring ? category.around.size() : 0,
         .reference = reference_of(category, people),
         .why_not = why_not_tested(spec)});
}

/// Posterior of each ward's rate given its count: a gamma prior with the mean and variance of all
/// wards' rates (Marshall), or Jeffreys' if the rates do not differ beyond chance. Wards with a
/// suppressed count are excluded.
std::vector<std::optional<bands::GammaRate>> posteriors(const std::vector<Cell>& figures,
                                                        const std::vector<Cell>& people) {
    std::vector<double> counts;
    std::vector<double> populations;
    std::vector<std::size_t> wards;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!figures[i].is_known() || !people[i].is_known() || people[i].value() <= 0) continue;
        wards.push_back(i);
        counts.push_back(figures[i].value());
        populations.push_back(people[i].value());
    }
    std::vector<std::optional<bands::GammaRate>> result(figures.size());
    if (wards.empty()) return result;
    const auto prior = measures::marshall_prior(counts, populations);
    constexpr double jeffreys = 0.5;
    const bool differ = prior.variance > 0;
    const double shape = differ ? prior.mean * prior.mean / prior.variance : jeffreys;
    const double rate = differ ? prior.mean / prior.variance : 0;
    for (std::size_t k = 0; k < wards.size(); ++k) {
        result[wards[k]] = bands::GammaRate{shape + counts[k], rate + populations[k]};
    }
    return result;
}

/// Known counts with their denominators.
struct Counts {
    std::vector<double> counts;
    std::vector<double> people;
    std::vector<std::size_t> wards;
};

Counts known_counts(const std::vector<Cell>& figures, const std::vector<Cell>& people) {
    Counts known;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!figures[i].is_known() || !people[i].is_known() || people[i].value() <= 0) continue;
        known.counts.push_back(figures[i].value());
        known.people.push_back(people[i].value());
        known.wards.push_back(i);
    }
    return known;
}

std::optional<Concentration> concentration_of(const CategoryResult& category, const Counts& known) {
    const bool is_complete = known.wards.size() == category.figures.size();
    if (!is_complete || category.spec.is(MeasureKind::index)) return std::nullopt;
    const auto gini = statistics::gini(known.counts, known.people);
    if (!gini) return std::nullopt;
    Concentration found;
    found.gini = *gini;
    found.top = std::max<std::size_t>(1, known.wards.size() / 10);
    found.top_share = *statistics::share_of_top(known.counts, found.top);
    return found;
}

/// Adds the probability that each ward's true rate is above the reference rate.
void add_probabilities(hotspots::Hotspots& found, const Counts& known) {
    const auto& rate = found.area.rate;
    if (known.wards.empty() || found.own_tests == 0 || rate.low != rate.high) return;
    const auto prior = measures::marshall_prior(known.counts, known.people);
    if (prior.mean <= 0) return;
    for (std::size_t k = 0; k < known.wards.size(); ++k) {
        found.wards[known.wards[k]].probability_above = statistics::probability_above(
            known.counts[k], known.people[k], prior.mean, prior.variance, rate.low);
    }
}

std::vector<hotspots::Series> series_of(const TestContext& context,
                                        const CategoryResult& category) {
    const auto* const denominator = find_denominator(context.denominators, category.spec);
    const std::vector<Cell> denominators = denominator ? denominator->cells : std::vector<Cell>();
    std::vector<double> areas;
    for (const auto& ward : context.wards.wards) {
        areas.push_back(ward.area_m2);
    }
    const bool ring = has_fringe(context, category);
    std::vector<hotspots::StepCells> steps;
    for (const auto& step : category.steps) {
        hotspots::StepCells cells{
            measures::measure(category.spec, step.figures, denominators, areas), step.figures};
        if (ring) {
            cells.values = both(cells.values, measured_around(context, category.spec, step.around));
            cells.figures = both(cells.figures, step.around);
        }
        steps.push_back(std::move(cells));
    }
    // Steps are tested like the whole period: on smoothed rates if its counts are small.
    auto spec = category.spec.hotspots;
    spec.of = category.hotspots->tested_on;
    const auto people =
        ring && denominator ? both(denominators, denominator->around) : denominators;
    return hotspots::read_series(
        steps, {people, ring ? context.fringe->neighbours : context.neighbours, spec,
                context.threads, ring ? context.fringe->wards.wards.size() : 0});
}

void report_few_steps(CategoryResult& category) {
    if (category.steps.size() >= hotspots::least_steps) return;
    category.findings.push_back(
        {.severity = Severity::warning,
         .found = fmt::format("{} are few for a pattern through time",
                              text::with_count(category.steps.size(), "step")),
         .expected = fmt::format("at least {}", hotspots::least_steps)});
}

void report_unstable(CategoryResult& category) {
    const auto unstable = static_cast<std::size_t>(
        std::count_if(category.stability.begin(), category.stability.end(),
                      [](const auto& ward) { return ward && !ward->is_stable(); }));
    const auto tested =
        static_cast<std::size_t>(std::count_if(category.stability.begin(), category.stability.end(),
                                               [](const auto& ward) { return ward.has_value(); }));
    if (unstable == 0) return;
    category.findings.push_back(
        {.severity = Severity::note,
         .found = fmt::format(
             "small numbers: more than a 20% chance of belonging to another band for {} of "
             "{}",
             unstable, text::with_count(tested, "area")),
         .help = "use fewer bands, add up several periods, or use larger areas"});
}

} // namespace

CategoryResult run_hotspot_test(const TestContext& context, BandedCategory category) {
    CategoryResult result{std::move(category), {}, {}, {}, {}, {}};
    const auto& spec = result.spec;
    const auto people = population_denominator(context, spec);
    if (spec.hotspots.on) {
        result.hotspots =
            spec.made_as<project::Change>() != nullptr
                ? hotspots::read_changes(result.changes, result.area_change, spec.hotspots)
                : hotspots_of(context, result, people);
        append(result.findings, result.hotspots->findings);
    }
    if (!result.steps.empty() && spec.hotspots.on) {
        result.series = series_of(context, result);
        report_few_steps(result);
    }
    if (measures::is_additive(spec)) result.alerts = alerts_of(result.steps);
    if (people.empty()) return result;
    const auto known = known_counts(result.figures, people);
    if (result.hotspots) add_probabilities(*result.hotspots, known);
    result.concentration = concentration_of(result, known);
    const double per = spec.is(MeasureKind::rate) ? spec.per : 100;
    result.stability = bands::stability(result.banding, posteriors(result.figures, people), per);
    report_unstable(result);
    return result;
}

std::vector<CategoryResult> run_hotspot_tests(const TestContext& context,
                                              std::vector<BandedCategory> categories) {
    std::vector<CategoryResult> results;
    results.reserve(categories.size());
    for (auto& category : categories) {
        results.push_back(run_hotspot_test(context, std::move(category)));
    }
    return results;
}

} // namespace wardmap
