// SPDX-License-Identifier: MIT
#include "study/measure_categories.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "measures/measure.h"
#include "project/figures.h"
#include "project/project.h"
#include "study/area_value.h"
#include "study/derive_categories.h"
#include "study/standing.h"
#include "wards/ward.h"

namespace wardmap {
namespace {

std::vector<double> areas_of(const WardSet& wards) {
    std::vector<double> areas;
    for (const auto& ward : wards.wards) {
        areas.push_back(ward.area_m2);
    }
    return areas;
}

std::vector<std::string> names_of(const WardSet& wards) {
    std::vector<std::string> names;
    for (const auto& ward : wards.wards) {
        names.push_back(ward.name);
    }
    return names;
}

/// Sets ranks, unit and area value from the values.
void complete(MeasuredCategory& result, const std::vector<DenominatorResult>& denominators,
              const WardSet& wards) {
    const auto& spec = result.spec;
    const auto* const denominator = find_denominator(denominators, spec);
    const std::vector<Cell> cells = denominator ? denominator->cells : std::vector<Cell>();
    if (denominator) result.denominator_label = denominator->spec.label;
    result.unit = measures::unit_of(spec, denominator ? denominator->spec.unit : "");
    const auto areas = areas_of(wards);
    result.values = measures::measure(spec, result.figures, cells, areas);
    append(result.findings, measures::warnings(spec, result.figures, cells, names_of(wards)));
    result.standings =
        standings(result.values,
                  spec.is(project::MeasureKind::rank) ? Order::lowest_first : Order::highest_first);
    result.area_value = area_value(result, cells, areas);
}

/// Restores the order of the project.
void restore_order(std::vector<MeasuredCategory>& results,
                   const std::vector<project::CategorySpec>& categories) {
    const auto place = [&](const MeasuredCategory& result) {
        return std::find_if(categories.begin(), categories.end(),
                            [&](const auto& c) { return c.id == result.spec.id; });
    };
    std::sort(results.begin(), results.end(),
              [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

} // namespace

MeasuredCategory measure_category(PublishedCategory category,
                                  const std::vector<DenominatorResult>& denominators,
                                  const WardSet& wards) {
    MeasuredCategory result{std::move(category), {}, {}, {}, {}, {}, {}, {}, {}};
    complete(result, denominators, wards);
    return result;
}

Measured measure_categories(Published published,
                            const std::vector<project::CategorySpec>& categories,
                            const project::Project& project, const WardSet& wards) {
    Measured measured{std::move(published.denominators), {}};
    for (auto& category : published.categories) {
        measured.categories.push_back(
            measure_category(std::move(category), measured.denominators, wards));
    }
    Findings errors;
    for (const auto& category : categories) {
        if (category.tables() != nullptr) continue;
        try {
            auto result = derive_category(category, measured, wards.wards.size());
            complete(result, measured.denominators, wards);
            measured.categories.push_back(std::move(result));
        } catch (const InputError& error) {
            for (auto finding : error.findings()) {
                finding.place = {project.file.written, category.line, 0};
                finding.found = category.id + ": " + finding.found;
                errors.push_back(std::move(finding));
            }
        }
    }
    stop_on_errors(errors);
    restore_order(measured.categories, categories);
    return measured;
}

} // namespace wardmap
