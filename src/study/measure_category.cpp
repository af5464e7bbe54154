// SPDX-License-Identifier: MIT
#include "study/measure_category.h"

#include <string>
#include <vector>

#include "measures/measure.h"
#include "study/area_value.h"
#include "study/standing.h"

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

} // namespace

void measure_category(CategoryResult& result, const Study& study) {
    const auto& spec = result.spec;
    const auto* const denominator = find_denominator(study, spec);
    const std::vector<Cell> denominators = denominator ? denominator->cells : std::vector<Cell>();
    if (denominator) result.denominator_label = denominator->spec.label;
    result.unit = measures::unit_of(spec, denominator ? denominator->spec.unit : "");
    const auto areas = areas_of(study.wards);
    result.values = measures::measure(spec, result.figures, denominators, areas);
    append(result.findings,
           measures::warnings(spec, result.figures, denominators, names_of(study.wards)));
    result.standings =
        standings(result.values,
                  spec.is(project::MeasureKind::rank) ? Order::lowest_first : Order::highest_first);
    result.area_value = area_value(result, denominators, areas);
}

} // namespace wardmap
