// SPDX-License-Identifier: MIT
#include "study/series/periods.h"

#include <algorithm>
#include <cmath>

#include "hotspots/find_hotspots.h"
#include "measures/measure.h"
#include "study/derive_categories.h"
#include "study/run_hotspot_tests.h"
#include "study/series/step_categories.h"
#include "study/study.h"

namespace wardmap {
namespace {

bool are_counts(const std::vector<Cell>& cells) {
    const auto whole = [](double x) { return x >= 0 && std::fmod(x, 1) == 0; };
    return std::ranges::all_of(cells, [&](const Cell& cell) {
        return (!cell.is_known() && !cell.is_suppressed()) ||
               (whole(cell.low()) && whole(cell.high()));
    });
}

} // namespace

std::optional<double> days_of(const std::string& label) {
    return days_of_labels({label}).front();
}

std::vector<CategoryResult> tested_steps(const Study& study, const CategoryResult& series,
                                         int threads) {
    auto steps = step_categories(study, series);
    std::vector<std::string> labels;
    std::ranges::transform(series.steps, std::back_inserter(labels), &Step::label);
    const auto words = words_of_labels(labels);
    const auto days = days_of_labels(labels);
    const TestContext context{study.denominators, study.wards, study.neighbours, study.fringe,
                              threads};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto& step = steps[i];
        if (auto* const tables = std::get_if<project::FromTables>(&step.spec.origin)) {
            tables->steps.clear();
        }
        step.spec.period = words[i];
        step.spec.days = days[i];
        step.around = series.steps[i].around;
        step.disclosure = series.disclosure;
        if (i + 2 >= steps.size()) step = run_hotspot_test(context, step);
    }
    return steps;
}

std::optional<PeriodChange> change_between(const Study& study, const CategoryResult& earlier,
                                           const CategoryResult& later) {
    if (!measures::is_additive(later.spec) || !are_counts(earlier.figures) ||
        !are_counts(later.figures)) {
        return std::nullopt;
    }
    const bool days = earlier.spec.days.has_value() && later.spec.days.has_value();
    PeriodChange found;
    auto changes = measures::changes(earlier.figures, exposure(study.denominators, earlier, days),
                                     later.figures, exposure(study.denominators, later, days));
    found.changes = std::move(changes.wards);
    found.area = changes.area;
    found.readings = hotspots::read_changes(found.changes, found.area, later.spec.hotspots);
    return found;
}

} // namespace wardmap
