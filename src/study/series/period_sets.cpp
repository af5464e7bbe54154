// SPDX-License-Identifier: MIT
#include "study/series/period_sets.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "bands/banding.h"
#include "bands/make_bands.h"
#include "base/text.h"
#include "measures/unit.h"
#include "project/category.h"
#include "study/series/period_titles.h"
#include "study/series/periods.h"
#include "study/series/step_categories.h"
#include "study/study.h"

namespace wardmap {
namespace {

/// The category as drawn on a small map: no hexagons, no tests.
CategoryResult plain(CategoryResult map) {
    if (map.spec.map == project::MapKind::tiles) map.spec.map = project::MapKind::shaded;
    if (auto* const tables = std::get_if<project::FromTables>(&map.spec.origin)) {
        tables->steps.clear();
    }
    map.spec.hotspots.on = false;
    map.hotspots.reset();
    map.stability.clear();
    map.steps.clear();
    map.series.clear();
    return map;
}

/// The bands of all maps: those of one map, extended to the figures of the others.
bands::Banding bands_of_all(const std::vector<CategoryResult>& maps, const std::string& lender,
                            const std::vector<Cell>& values) {
    const CategoryResult* from = nullptr;
    int decimals = 0;
    for (const auto& map : maps) {
        decimals = std::max(decimals, map.banding.decimals);
        if (map.banding.bands.empty()) continue;
        if (from == nullptr || (map.spec.id == lender && from->spec.id != lender)) from = &map;
    }
    if (from == nullptr) return bands::make_bands(values, maps.front().spec.bands, decimals);
    return bands::fill_bands(values, bands::plan_of(from->banding, from->banding.method), decimals);
}

/// The part of one map, whose wards come after `before` others.
bands::Banding part_of(const bands::Banding& all, const std::vector<Cell>& values,
                       std::size_t before) {
    auto part = all;
    const auto start = all.band_of.begin() + static_cast<std::ptrdiff_t>(before);
    part.band_of.assign(start, start + static_cast<std::ptrdiff_t>(values.size()));
    for (auto& band : part.bands) {
        band.known = 0;
        band.suppressed = 0;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!part.band_of[i]) continue;
        auto& band = part.bands[*part.band_of[i]];
        ++(values[i].is_known() ? band.known : band.suppressed);
    }
    return part;
}

/// The common unit; if units differ, the titles of each.
measures::Unit unit_of(const std::vector<CategoryResult>& maps) {
    std::vector<std::string> titles;
    for (const auto& map : maps) {
        const auto title = map.unit.title();
        if (std::ranges::find(titles, title) == titles.end()) titles.push_back(title);
    }
    if (titles.size() == 1) return maps.front().unit;
    return {measures::Unit::Form::after, text::join(titles, "; "), ""};
}

/// Gives all maps of a set the same bands. Precondition: it has maps.
void bring_together(PeriodSet& set) {
    const auto lender =
        std::ranges::find(set.maps, set.id, [](const CategoryResult& map) { return map.spec.id; });
    auto& all = set.together;
    all.spec = (lender == set.maps.end() ? set.maps.front() : *lender).spec;
    all.disclosure = set.maps.front().disclosure;
    all.unit = unit_of(set.maps);
    all.area_value = Cell::missing();
    for (const auto& map : set.maps) {
        std::ranges::copy(map.figures, std::back_inserter(all.figures));
        std::ranges::copy(map.values, std::back_inserter(all.values));
    }
    all.banding = bands_of_all(set.maps, set.id, all.values);
    std::size_t before = 0;
    for (auto& map : set.maps) {
        map.banding = part_of(all.banding, map.values, before);
        before += map.values.size();
    }
}

PeriodSet set_of_series(const Study& study, const CategoryResult& series) {
    PeriodSet set;
    set.id = series.spec.id;
    std::vector<std::string> labels;
    for (auto& step : step_categories(study, series)) {
        labels.push_back(step.spec.period);
        step.disclosure = series.disclosure;
        set.maps.push_back(plain(std::move(step)));
    }
    set.heads = words_of_labels(labels);
    for (std::size_t i = 0; i < set.maps.size(); ++i) {
        set.maps[i].spec.period = set.heads[i];
    }
    if (set.maps.size() < 2) return set;
    bring_together(set);
    set.together.spec.period = series.spec.period.empty() ? span_of(labels) : series.spec.period;
    return set;
}

/// The common title of maps of different things.
std::string title_of_others(const std::vector<std::string>& titles) {
    constexpr std::size_t few = 3;
    if (titles.size() <= few) return text::list(titles);
    return fmt::format("{} and {} more", titles.front(), titles.size() - 1);
}

/// Whether the lender's bands were computed over exactly these maps.
bool found_over_all(const PeriodSet& set, const CategoryResult& lender) {
    const auto& pooled = lender.spec.bands.pooled_with;
    const auto is_pooled = [&](const CategoryResult& map) {
        return map.spec.id == set.id || std::ranges::find(pooled, map.spec.id) != pooled.end();
    };
    return pooled.size() + 1 == set.maps.size() && std::ranges::all_of(set.maps, is_pooled);
}

/// Describes the source of the bands for the sheet.
void describe_bands(PeriodSet& set) {
    const auto lender =
        std::ranges::find(set.maps, set.id, [](const CategoryResult& map) { return map.spec.id; });
    if (lender == set.maps.end()) return; // their method already names it
    const auto& spec = lender->spec.bands;
    auto& method = set.together.banding.method;
    if (found_over_all(set, *lender)) {
        const auto extended = method.find(", end bands extended");
        method = bands::name_of(spec) + " over all these maps together" +
                 (extended == std::string::npos ? "" : method.substr(extended));
    } else if (spec.pooled_with.empty() && spec.frozen.written.empty() &&
               spec.scheme != project::Scheme::fixed) {
        const auto i = static_cast<std::size_t>(lender - set.maps.begin());
        method = fmt::format("those of {} for all maps: {}", set.heads[i], method);
    }
}

void name_family(PeriodSet& set) {
    std::vector<std::string> titles;
    std::vector<std::string> periods;
    for (const auto& map : set.maps) {
        titles.push_back(map.spec.title);
        periods.push_back(map.spec.period);
    }
    const auto parts = taken_apart(titles);
    auto found = heads_of(parts, titles, periods);
    set.through_time = found.through_time;
    set.heads = std::move(found.heads);
    auto& spec = set.together.spec;
    spec.title = parts.common.empty() ? title_of_others(titles) : parts.common;
    spec.period = span_of(periods);
    if (spec.period.empty() && set.through_time) spec.period = span_of(set.heads);
}

PeriodSet family_of(const Study& study, const std::string& lender) {
    PeriodSet set;
    set.id = lender;
    for (const auto& category : study.categories) {
        if (category.spec.id != lender && category.spec.bands.same_as != lender) continue;
        set.maps.push_back(plain(category));
    }
    if (set.maps.size() < 2) return set;
    bring_together(set);
    name_family(set);
    describe_bands(set);
    return set;
}

} // namespace

std::vector<PeriodSet> period_sets(const Study& study) {
    std::vector<PeriodSet> sets;
    const auto has = [&](const std::string& id) {
        return std::ranges::find(sets, id, &PeriodSet::id) != sets.end();
    };
    const auto add = [&](PeriodSet set) {
        if (set.maps.size() > 1) sets.push_back(std::move(set));
    };
    for (const auto& category : study.categories) {
        if (!category.steps.empty()) add(set_of_series(study, category));
    }
    for (const auto& category : study.categories) {
        const auto& lender = category.spec.bands.same_as;
        if (!lender.empty() && !has(lender)) add(family_of(study, lender));
    }
    return sets;
}

} // namespace wardmap
