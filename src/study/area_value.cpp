// SPDX-License-Identifier: MIT
#include "study/area_value.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace wardmap {
namespace {

std::optional<double> sum_of_known(const std::vector<Cell>& cells) {
    double sum = 0;
    for (const auto& cell : cells) {
        if (!cell.is_known()) return std::nullopt;
        sum += cell.value();
    }
    return sum;
}

Cell scaled(const Cell& cell, double factor) {
    if (cell.is_known()) return Cell::known(cell.value() * factor);
    if (cell.is_suppressed()) return Cell::suppressed(cell.low() * factor, cell.high() * factor);
    return cell;
}

/// The table's own total, if it agrees with its parts, covers only these wards and is published.
std::optional<double> stated_total(const join::Account& account) {
    if (account.sum_outside > 0) return std::nullopt;
    for (const auto& total : account.totals) {
        if (total.agrees && total.wards.empty() && !total.redacted) return total.stated;
    }
    return std::nullopt;
}

} // namespace

std::optional<double> stated_total(const PublishedCategory& category) {
    if (category.accounts.empty()) return std::nullopt;
    double sum = 0;
    for (const auto& account : category.accounts) {
        const auto stated = stated_total(account);
        if (!stated) return std::nullopt;
        sum += *stated;
    }
    return sum;
}

Cell area_figure(const PublishedCategory& category) {
    const auto stated = stated_total(category);
    if (stated) return Cell::known(*stated);
    double low = 0;
    double high = 0;
    for (const auto& cell : category.figures) {
        if (!cell.is_known() && !cell.is_suppressed()) return Cell::missing();
        low += cell.low();
        high += cell.high();
    }
    return low < high ? Cell::suppressed(low, high) : Cell::known(low);
}

Cell area_value(const PublishedCategory& category, const std::vector<Cell>& denominators,
                const std::vector<double>& areas_m2) {
    using project::MeasureKind;
    if (!category.spec.has_measure()) return Cell::missing();
    const Cell figure = area_figure(category);
    const auto over = [&](double multiplier) {
        const auto sum = sum_of_known(denominators);
        return sum && *sum > 0 ? scaled(figure, multiplier / *sum) : Cell::missing();
    };
    switch (category.spec.measure) {
    case MeasureKind::count:
        return figure;
    case MeasureKind::rate:
        return over(category.spec.per);
    case MeasureKind::share:
        return denominators.empty() ? Cell::missing() : over(100);
    case MeasureKind::density: {
        const double area = std::accumulate(areas_m2.begin(), areas_m2.end(), 0.0);
        return area > 0 ? scaled(figure, 1e6 / area) : Cell::missing();
    }
    case MeasureKind::mean:
    case MeasureKind::index:
    case MeasureKind::rank:
        return Cell::missing();
    }
    return Cell::missing();
}

} // namespace wardmap
