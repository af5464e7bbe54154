// SPDX-License-Identifier: MIT
#include "study/run_hotspot_tests.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "measures/measure.h"
#include "measures/smoothing.h"

namespace wardmap {
namespace {

using project::MeasureKind;

/// The denominators of counts of events or people; empty where figures are no such counts.
std::vector<Cell> population_denominator(const TestContext& context,
                                         const project::Category& spec) {
    const auto* const denominator = find_denominator(context.denominators, spec);
    const bool counts = spec.is(MeasureKind::rate) || spec.is(MeasureKind::share);
    // A sum with weights varies otherwise than a count.
    const auto parts = project::parts_of(spec);
    const bool plain = std::all_of(parts.begin(), parts.end(),
                                   [](const project::Part& part) { return part.weight == 1; });
    return denominator != nullptr && counts && plain ? denominator->cells : std::vector<Cell>();
}

/// The area's cells, and then those of the ring.
std::vector<Cell> both(std::vector<Cell> cells, const std::vector<Cell>& around) {
    cells.insert(cells.end(), around.begin(), around.end());
    return cells;
}

/// Whether the wards of the ring have figures. Those of a table with withheld figures are not used:
/// nothing decides what may be reported of them.
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

hotspots::Hotspots hotspots_of(const TestContext& context, const BandedCategory& category,
                               const std::vector<Cell>& people) {
    const auto& spec = category.spec;
    const auto spread =
        spec.is(MeasureKind::share) ? hotspots::Spread::binomial : hotspots::Spread::poisson;
    if (!has_fringe(context, category)) {
        return hotspots::find_hotspots({category.values, category.figures, people, spread,
                                        context.neighbours, spec.hotspots, context.threads});
    }
    const auto values = both(category.values, measured_around(context, spec, category.around));
    const auto figures = both(category.figures, category.around);
    const auto denominators =
        people.empty() ? people
                       : both(people, find_denominator(context.denominators, spec)->around);
    return hotspots::find_hotspots({values, figures, denominators, spread,
                                    context.fringe->neighbours, spec.hotspots, context.threads,
                                    category.around.size()});
}

/// What is known of each ward's rate once its count is seen: a gamma prior with the mean and
/// variance of all wards' rates (Marshall), or Jeffreys' where the rates do not differ by more than
/// chance. Wards with a withheld count take no part.
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

std::vector<hotspots::Series> series_of(const TestContext& context,
                                        const BandedCategory& category) {
    const auto* const denominator = find_denominator(context.denominators, category.spec);
    const std::vector<Cell> denominators = denominator ? denominator->cells : std::vector<Cell>();
    std::vector<double> areas;
    for (const auto& ward : context.wards.wards) {
        areas.push_back(ward.area_m2);
    }
    const bool ring = has_fringe(context, category);
    std::vector<std::vector<Cell>> values;
    for (const auto& step : category.steps) {
        auto cells = measures::measure(category.spec, step.figures, denominators, areas);
        if (ring) cells = both(cells, measured_around(context, category.spec, step.around));
        values.push_back(std::move(cells));
    }
    return hotspots::read_series(values, ring ? context.fringe->neighbours : context.neighbours,
                                 category.spec.hotspots, context.threads,
                                 ring ? context.fringe->wards.wards.size() : 0);
}

void tell_few_steps(CategoryResult& category) {
    if (category.steps.size() >= hotspots::least_steps) return;
    category.findings.push_back(
        {.severity = Severity::warning,
         .found = fmt::format("{} are few for a pattern through time",
                              text::with_count(category.steps.size(), "step")),
         .expected = fmt::format("at least {}", hotspots::least_steps)});
}

void tell_unstable(CategoryResult& category) {
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
    CategoryResult result{std::move(category), {}, {}, {}};
    const auto& spec = result.spec;
    const auto people = population_denominator(context, spec);
    if (spec.hotspots.on) {
        result.hotspots = spec.made_as<project::Change>() != nullptr
                              ? hotspots::read_changes(result.changes, spec.hotspots)
                              : hotspots_of(context, result, people);
        append(result.findings, result.hotspots->findings);
    }
    if (!result.steps.empty() && spec.hotspots.on) {
        result.series = series_of(context, result);
        tell_few_steps(result);
    }
    if (people.empty()) return result;
    const double per = spec.is(MeasureKind::share) ? 100 : spec.per;
    result.stability = bands::stability(result.banding, posteriors(result.figures, people), per);
    tell_unstable(result);
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
