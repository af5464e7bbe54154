// SPDX-License-Identifier: MIT
#include "study/series/step_categories.h"

#include "bands/banding.h"
#include "bands/make_bands.h"
#include "measures/measure.h"
#include "study/measure_categories.h"
#include "study/study.h"

namespace wardmap {
namespace {

project::BandSpec bands_of_steps(const project::Category& spec) {
    const auto& own = spec.bands;
    const bool of_whole_period = own.scheme == project::Scheme::fixed || !own.same_as.empty() ||
                                 !own.pooled_with.empty() || !own.frozen.written.empty();
    if (!of_whole_period) return own;
    project::BandSpec natural;
    natural.zero_apart = own.zero_apart;
    return natural;
}

PublishedCategory of_step(const CategoryResult& category, const Step& step) {
    PublishedCategory result;
    result.spec = category.spec;
    result.spec.period = step.label;
    result.spec.bands = bands_of_steps(category.spec);
    result.figures = step.figures;
    return result;
}

void band_together(std::vector<CategoryResult>& steps) {
    const auto& spec = steps.front().spec;
    std::vector<Cell> all;
    for (const auto& step : steps) {
        all.insert(all.end(), step.values.begin(), step.values.end());
    }
    const auto together = bands::make_bands(
        all, spec.bands, spec.decimals.value_or(measures::default_decimals(spec)));
    for (auto& step : steps) {
        step.banding =
            together.bands.empty()
                ? bands::make_bands(step.values, spec.bands, together.decimals)
                : bands::fill_bands(
                      step.values,
                      bands::plan_of(together, together.method + " over all periods together"),
                      together.decimals);
    }
}

} // namespace

std::vector<CategoryResult> step_categories(const Study& study, const CategoryResult& category) {
    std::vector<CategoryResult> steps;
    if (category.steps.empty()) return steps;
    for (const auto& step : category.steps) {
        auto measured = measure_category(of_step(category, step), study.denominators, study.wards);
        steps.push_back({{std::move(measured), {}}, {}, {}, {}, {}, {}});
    }
    band_together(steps);
    return steps;
}

} // namespace wardmap
