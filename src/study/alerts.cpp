// SPDX-License-Identifier: MIT
#include "study/alerts.h"

#include "statistics/ears.h"
#include "statistics/farrington.h"
#include "study/period_labels.h"

namespace wardmap {
namespace {

constexpr std::size_t least_periods = 12;
constexpr std::size_t periods_for_season = 25; // two years and the one tested

/// Whether the labels are months, and whether they are consecutive.
struct Calendar {
    bool is_months = true;
    bool has_gap = false;
};

Calendar calendar_of(const std::vector<Step>& steps) {
    Calendar calendar;
    std::optional<int> last;
    for (const auto& step : steps) {
        const auto month = month_number(step.label);
        if (!month) return {false, false};
        if (last && *month != *last + 1) calendar.has_gap = true;
        last = month;
    }
    return calendar;
}

/// Nothing unless all are known counts.
std::optional<std::vector<double>> counts_of(const std::vector<Step>& steps, std::size_t ward) {
    std::vector<double> counts;
    for (const auto& step : steps) {
        const auto& cell = step.figures[ward];
        if (!cell.is_known() || cell.value() < 0) return std::nullopt;
        counts.push_back(cell.value());
    }
    return counts;
}

std::optional<Alert> alert_of(const std::vector<double>& counts, bool with_season) {
    if (with_season) {
        const auto found = statistics::farrington(counts);
        if (!found) return std::nullopt;
        return Alert{counts.back(), found->expected, found->upper, found->is_alert, true};
    }
    const auto found = statistics::ears(counts, statistics::Ears::c2);
    if (!found) return std::nullopt;
    return Alert{counts.back(), found->expected, found->upper, found->is_alert, false};
}

} // namespace

std::vector<std::optional<Alert>> alerts_of(const std::vector<Step>& steps) {
    if (steps.size() < least_periods) return {};
    const auto calendar = calendar_of(steps);
    if (calendar.has_gap) return {};
    const bool with_season = calendar.is_months && steps.size() >= periods_for_season;
    std::vector<std::optional<Alert>> alerts(steps.front().figures.size());
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        if (const auto counts = counts_of(steps, i)) alerts[i] = alert_of(*counts, with_season);
    }
    return alerts;
}

} // namespace wardmap
