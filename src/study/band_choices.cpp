// SPDX-License-Identifier: MIT
#include "study/band_choices.h"

#include <algorithm>

#include <fmt/format.h>

#include "bands/make_bands.h"
#include "base/error.h"
#include "base/named_values.h"
#include "measures/measure.h"
#include "study/category_result.h"

namespace wardmap {
namespace {

using project::Scheme;

/// Whether the project's bands use one of the compared schemes on the category's own figures.
bool is_tried(const project::BandSpec& own, const project::BandSpec& tried) {
    return own.same_as.empty() && own.frozen.written.empty() && own.pooled_with.empty() &&
           own.scheme == tried.scheme && own.hinge == tried.hinge &&
           own.zero_apart == tried.zero_apart &&
           (!project::takes_count(own.scheme) || own.count == tried.count);
}

std::string name_of(const project::BandSpec& spec) {
    const auto word = wardmap::name_of(project::scheme_names, spec.scheme);
    if (!project::takes_count(spec.scheme)) return std::string(word);
    if (spec.scheme == Scheme::pretty) return fmt::format("{}, about {} bands", word, spec.count);
    return fmt::format("{}, {} bands", word, spec.count);
}

BandChoice chosen_by(const CategoryResult& category, project::BandSpec spec) {
    BandChoice choice;
    choice.name = name_of(spec);
    choice.own = is_tried(category.spec.bands, spec);
    if (choice.own) spec.labels = category.spec.bands.labels;
    const int decimals = category.spec.decimals.value_or(measures::default_decimals(category.spec));
    try {
        choice.banding = bands::make_bands(category.values, spec, decimals);
    } catch (const InputError& error) {
        choice.refused = error.findings().front().found;
        choice.banding.band_of.resize(category.values.size());
        choice.banding.decimals = decimals;
    }
    choice.spec = std::move(spec);
    return choice;
}

/// Several counts may give the same round steps; one is enough.
bool is_redundant(const std::vector<BandChoice>& choices, const BandChoice& choice) {
    if (choices.empty() || choice.own || choice.spec.scheme != Scheme::pretty) return false;
    const auto& last = choices.back();
    return last.spec.scheme == Scheme::pretty && last.banding.cuts == choice.banding.cuts;
}

} // namespace

std::vector<Scheme> schemes_for(const project::Category& category) {
    std::vector<Scheme> schemes;
    for (const auto& [name, scheme] : project::scheme_names) {
        const bool fits = !category.is(project::MeasureKind::rank) || project::only_orders(scheme);
        if (scheme != Scheme::fixed && fits) schemes.push_back(scheme);
    }
    return schemes;
}

project::BandSpec spec_for(const project::Category& category, Scheme scheme, int count) {
    project::BandSpec spec;
    spec.scheme = scheme;
    spec.zero_apart = category.bands.zero_apart && !project::is_by_rank(scheme);
    spec.hinge = category.bands.hinge;
    spec.rank_total = category.of;
    spec.rank_one_means = category.rank_meaning;
    spec.count = project::own_count(scheme).value_or(count);
    return spec;
}

std::vector<BandChoice> band_choices(const CategoryResult& category,
                                     const std::vector<Scheme>& schemes,
                                     const std::vector<int>& counts) {
    std::vector<BandChoice> choices;
    for (const auto scheme : schemes) {
        for (const int count : counts) {
            auto choice = chosen_by(category, spec_for(category.spec, scheme, count));
            if (!is_redundant(choices, choice)) choices.push_back(std::move(choice));
            if (!project::takes_count(scheme)) break;
        }
    }
    const bool has_own = std::any_of(choices.begin(), choices.end(),
                                     [](const BandChoice& choice) { return choice.own; });
    if (!has_own) {
        choices.insert(choices.begin(),
                       {category.spec.bands, "the project's own", true, "", category.banding});
    }
    return choices;
}

} // namespace wardmap
