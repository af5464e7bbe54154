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

/// x / (x + others) rises with the ward's own figure and falls with the others': its ends hold for
/// every value of suppressed figures. Not calculable if a ward lacks its figure.
std::vector<Cell> share_of_sum(const std::vector<Cell>& figures) {
    double low = 0;
    double high = 0;
    bool complete = true;
    for (const auto& figure : figures) {
        complete = complete && (figure.is_known() || figure.is_suppressed());
        low += figure.low();
        high += figure.high();
    }
    const auto share = [](double own, double others) {
        return own > 0 ? 100 * own / (own + others) : 0;
    };
    std::vector<Cell> values;
    for (const auto& figure : figures) {
        if (figure.is_missing() || figure.is_not_calculable()) {
            values.push_back(figure);
        } else if (!complete || high <= 0) {
            values.push_back(Cell::not_calculable());
        } else if (low == high) {
            values.push_back(Cell::known(share(figure.low(), low - figure.low())));
        } else {
            values.push_back(Cell::suppressed(share(figure.low(), high - figure.high()),
                                              share(figure.high(), low - figure.low())));
        }
    }
    return values;
}

/// The unit of a change, composite, overlap or quotient.
Unit unit_of_derived(const project::Category& category) {
    const std::string& unit = category.unit;
    if (category.made_as<project::Change>() != nullptr) {
        return {Unit::Form::after, "% change in " + unit, ""};
    }
    if (category.made_as<project::Composite>() != nullptr) {
        return {Unit::Form::before, unit.empty() ? "index" : unit, "(100 = average)"};
    }
    if (!unit.empty()) return {Unit::Form::before, unit, ""};
    if (const auto* const overlap = category.made_as<project::Overlap>()) {
        return {Unit::Form::before,
                fmt::format("top bands among {} categories", overlap->parts.size()), ""};
    }
    return {Unit::Form::before, "location quotient", "(1 = as in the whole area)"};
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
    if (!category.has_measure()) return figures;
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
        return figures;
    }
    return figures;
}

Findings warnings(const project::Category& category, const std::vector<Cell>& figures,
                  const std::vector<Cell>& denominators, const std::vector<std::string>& names) {
    std::vector<std::string> without;
    std::vector<std::string> too_small;
    const bool counts = category.is(MeasureKind::rate) || category.is(MeasureKind::share);
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
        findings.push_back(
            {.severity = Severity::warning,
             .found = fmt::format("{} without a denominator ({}): not calculable",
                                  text::with_count(without.size(), "area"), text::some(without)),
             .expected = fmt::format("a figure above 0 in denominator {}", category.denominator)});
    }
    if (!too_small.empty()) {
        findings.push_back(
            {.severity = Severity::warning,
             .found = fmt::format("more {} than {} in {}", category.unit, category.denominator,
                                  text::some(too_small)),
             .help = "many people there are not residents: consider another denominator"});
    }
    return findings;
}

Unit unit_of(const project::Category& category, const std::string& denominator_unit) {
    using Form = Unit::Form;
    const std::string& unit = category.unit;
    if (!category.has_measure()) return unit_of_derived(category);
    switch (category.measure) {
    case MeasureKind::rate:
        return {Form::after, unit,
                fmt::format("per {} {}", text::number(category.per, 0), denominator_unit)};
    case MeasureKind::share:
        return {Form::share, unit, denominator_unit.empty() ? "" : "of " + denominator_unit};
    case MeasureKind::density:
        return {Form::after, unit, "per km²"};
    case MeasureKind::index:
        return {Form::before, unit, "(100 = as expected)"};
    case MeasureKind::rank: {
        std::string of;
        if (category.of) of = "of " + text::number(*category.of, 0);
        if (!category.rank_meaning.empty()) {
            of += (of.empty() ? "(1 = " : " (1 = ") + category.rank_meaning + ")";
        }
        return {Form::rank, unit.empty() ? "rank" : unit, of};
    }
    case MeasureKind::mean:
        return {Form::before, unit, ""};
    case MeasureKind::count:
        return {Form::after, unit, ""};
    }
    return {Form::after, unit, ""};
}

bool is_additive(const project::Category& category) {
    if (!category.has_measure()) return false;
    switch (category.measure) {
    case MeasureKind::count:
    case MeasureKind::rate:
    case MeasureKind::share:
    case MeasureKind::density:
        return true;
    case MeasureKind::mean:
    case MeasureKind::index:
    case MeasureKind::rank:
        return false;
    }
    return false;
}

int default_decimals(const project::Category& category) {
    if (category.made_as<project::Quotient>() != nullptr) return 2;
    if (!category.has_measure()) return 0;
    switch (category.measure) {
    case MeasureKind::count:
    case MeasureKind::rank:
        return 0;
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
