// SPDX-License-Identifier: MIT
#include "study/series/periods.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "measures/measure.h"
#include "study/derive_categories.h"
#include "study/run_hotspot_tests.h"
#include "study/series/step_categories.h"

namespace wardmap {
namespace {

/// Year and month of "2014-11".
std::optional<std::chrono::year_month> month_of(const std::string& label) {
    constexpr std::size_t year_digits = 4;
    const bool shaped = label.size() == 7 && label[year_digits] == '-';
    if (!shaped) return std::nullopt;
    for (const auto c : label.substr(0, year_digits) + label.substr(year_digits + 1)) {
        if (c < '0' || c > '9') return std::nullopt;
    }
    const std::chrono::year_month found{
        std::chrono::year(std::stoi(label.substr(0, year_digits))),
        std::chrono::month(static_cast<unsigned>(std::stoi(label.substr(year_digits + 1))))};
    if (!found.ok()) return std::nullopt;
    return found;
}

bool are_counts(const std::vector<Cell>& cells) {
    const auto whole = [](double x) { return x >= 0 && std::fmod(x, 1) == 0; };
    return std::ranges::all_of(cells, [&](const Cell& cell) {
        return (!cell.is_known() && !cell.is_suppressed()) ||
               (whole(cell.low()) && whole(cell.high()));
    });
}

} // namespace

std::string period_words(const std::string& label) {
    static const std::array<const char*, 12> months = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const auto month = month_of(label);
    if (!month) return label;
    return fmt::format("{} {}", months.at(static_cast<unsigned>(month->month()) - 1),
                       static_cast<int>(month->year()));
}

std::optional<int> month_number(const std::string& label) {
    const auto month = month_of(label);
    if (!month) return std::nullopt;
    return 12 * static_cast<int>(month->year()) +
           static_cast<int>(static_cast<unsigned>(month->month()));
}

std::optional<double> days_of(const std::string& label) {
    const auto month = month_of(label);
    if (!month) return std::nullopt;
    return static_cast<unsigned>((*month / std::chrono::last).day());
}

std::vector<CategoryResult> tested_steps(const Study& study, const CategoryResult& series,
                                         int threads) {
    auto steps = step_categories(study, series);
    const TestContext context{study.denominators, study.wards, study.neighbours, study.fringe,
                              threads};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto& step = steps[i];
        if (auto* const tables = std::get_if<project::FromTables>(&step.spec.origin)) {
            tables->steps.clear();
        }
        step.spec.period = period_words(series.steps[i].label);
        step.spec.days = days_of(series.steps[i].label);
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
