// SPDX-License-Identifier: MIT
#include "measures/measure.h"

#include <fmt/format.h>

#include "base/shown.h"
#include "base/text.h"

namespace wardmap::measures {
namespace {

using project::MeasureKind;

/// figure / denominator * multiplier, intervals kept.
Cell divided(const Cell& figure, const Cell& denominator, double multiplier) {
    if (figure.is_missing() || figure.is_not_calculable()) return figure;
    const bool usable =
        (denominator.is_known() || denominator.is_suppressed()) && denominator.low() > 0;
    if (!usable) return Cell::not_calculable();
    const double low = figure.low() * multiplier / denominator.high();
    const double high = figure.high() * multiplier / denominator.low();
    const bool exact = figure.is_known() && denominator.is_known();
    return exact ? Cell::known(high) : Cell::suppressed(low, high);
}

std::vector<Cell> divided(const std::vector<Cell>& figures, const std::vector<Cell>& denominators,
                          double multiplier) {
    std::vector<Cell> values;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        values.push_back(divided(figures[i], denominators[i], multiplier));
    }
    return values;
}

std::vector<Cell> share_of_sum(const std::vector<Cell>& figures) {
    double sum = 0;
    bool complete = true;
    for (const auto& figure : figures) {
        complete = complete && figure.is_known();
        if (figure.is_known()) sum += figure.value();
    }
    return divided(
        figures,
        std::vector<Cell>(figures.size(), complete ? Cell::known(sum) : Cell::not_calculable()),
        100);
}

std::vector<Cell> as_cells(const std::vector<double>& values, double factor) {
    std::vector<Cell> cells;
    for (const double value : values) {
        cells.push_back(Cell::known(value * factor));
    }
    return cells;
}

} // namespace

std::vector<Cell> measure(const project::Category& category, const std::vector<Cell>& figures,
                          const std::vector<Cell>& denominators,
                          const std::vector<double>& areas_m2) {
    switch (category.measure) {
    case MeasureKind::rate:
        return divided(figures, denominators, category.per);
    case MeasureKind::share:
        return denominators.empty() ? share_of_sum(figures) : divided(figures, denominators, 100);
    case MeasureKind::density:
        return divided(figures, as_cells(areas_m2, 1e-6), 1);
    case MeasureKind::index:
        return divided(figures, denominators, 100);
    case MeasureKind::count:
    case MeasureKind::mean:
    case MeasureKind::rank:
    case MeasureKind::change:
    case MeasureKind::composite:
    case MeasureKind::overlap:
    case MeasureKind::quotient:
        return figures;
    }
    return figures;
}

Findings remarks(const project::Category& category, const std::vector<Cell>& figures,
                 const std::vector<Cell>& denominators, const std::vector<std::string>& names) {
    std::vector<std::string> without;
    std::vector<std::string> too_small;
    const bool counts =
        category.measure == MeasureKind::rate || category.measure == MeasureKind::share;
    for (std::size_t i = 0; i < denominators.size(); ++i) {
        const auto& denominator = denominators[i];
        const bool usable =
            (denominator.is_known() || denominator.is_suppressed()) && denominator.low() > 0;
        if (!figures[i].is_known() && !figures[i].is_suppressed()) continue;
        if (!usable) {
            without.push_back(names[i]);
        } else if (counts && figures[i].is_known() && figures[i].value() > denominator.high()) {
            too_small.push_back(names[i]);
        }
    }
    Findings findings;
    if (!without.empty()) {
        findings.push_back({Severity::warning,
                            {},
                            fmt::format("{} without a denominator ({}): not calculable",
                                        text::counted(without.size(), "area"), text::some(without)),
                            fmt::format("a figure above 0 in denominator {}", category.denominator),
                            "",
                            ""});
    }
    if (!too_small.empty()) {
        findings.push_back({Severity::warning,
                            {},
                            fmt::format("more {} than {} in {}", category.unit,
                                        category.denominator, text::some(too_small)),
                            "",
                            "people come from outside there: consider another denominator",
                            ""});
    }
    return findings;
}

std::string unit_of(const project::Category& category, const std::string& denominator_unit) {
    const std::string& unit = category.unit;
    switch (category.measure) {
    case MeasureKind::rate:
        return fmt::format("{} per {} {}", unit, text::number(category.per, 0), denominator_unit);
    case MeasureKind::share:
        return denominator_unit.empty() ? fmt::format("% of all {}", unit)
                                        : fmt::format("{}, % of {}", unit, denominator_unit);
    case MeasureKind::density:
        return unit + " per km²";
    case MeasureKind::index:
        return unit + " (100 = as expected)";
    case MeasureKind::rank: {
        std::string said = unit.empty() ? "rank" : unit;
        if (category.of) said += " of " + text::number(*category.of, 0);
        if (!category.rank_meaning.empty()) said += " (1 = " + category.rank_meaning + ")";
        return said;
    }
    case MeasureKind::change:
        return "% change in " + unit;
    case MeasureKind::composite:
        return unit.empty() ? "index (100 = average)" : unit + " (100 = average)";
    case MeasureKind::overlap:
        return unit.empty() ? fmt::format("top bands among {} categories", category.parts.size())
                            : unit;
    case MeasureKind::quotient:
        return unit.empty() ? "location quotient (1 = as in the whole area)" : unit;
    case MeasureKind::count:
    case MeasureKind::mean:
        return unit;
    }
    return unit;
}

bool is_additive(MeasureKind measure) {
    switch (measure) {
    case MeasureKind::count:
    case MeasureKind::rate:
    case MeasureKind::share:
    case MeasureKind::density:
        return true;
    case MeasureKind::mean:
    case MeasureKind::index:
    case MeasureKind::rank:
    case MeasureKind::change:
    case MeasureKind::composite:
    case MeasureKind::overlap:
    case MeasureKind::quotient:
        return false;
    }
    return false;
}

int default_decimals(const project::Category& category) {
    switch (category.measure) {
    case MeasureKind::count:
    case MeasureKind::rank:
    case MeasureKind::change:
    case MeasureKind::composite:
    case MeasureKind::overlap:
        return 0;
    case MeasureKind::quotient:
        return 2;
    case MeasureKind::rate:
    case MeasureKind::share:
    case MeasureKind::density:
    case MeasureKind::mean:
    case MeasureKind::index:
        return 1;
    }
    return 1;
}

} // namespace wardmap::measures
