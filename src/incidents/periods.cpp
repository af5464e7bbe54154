// SPDX-License-Identifier: MIT
#include "incidents/periods.h"

#include <fmt/format.h>

#include "incidents/read_month.h"

namespace wardmap::incidents {

Month period_start(Month month, Step step) {
    constexpr Month april = 3;
    switch (step) {
    case Step::month:
        return month;
    case Step::quarter:
        return month - month % 3;
    case Step::year:
        return month - month % 12;
    case Step::financial_year:
        return (month - april) / 12 * 12 + april;
    case Step::all:
        break;
    }
    return 0;
}

std::string period_label(Month start, Step step) {
    const int year = start / 12;
    switch (step) {
    case Step::month:
        return month_label(start);
    case Step::quarter:
        return fmt::format("{} Q{}", year, start % 12 / 3 + 1);
    case Step::year:
        return fmt::format("{}", year);
    case Step::financial_year:
        return fmt::format("{}/{:02}", year, (year + 1) % 100);
    case Step::all:
        break;
    }
    return {};
}

int months_in(Step step) {
    switch (step) {
    case Step::month:
        return 1;
    case Step::quarter:
        return 3;
    case Step::year:
    case Step::financial_year:
        return 12;
    case Step::all:
        break;
    }
    return 0;
}

std::string month_label(Month month) {
    return fmt::format("{:04}-{:02}", month / 12, month % 12 + 1);
}

std::optional<Month> month_labelled(std::string_view label) {
    if (label.size() != 7 || label[4] != '-') return std::nullopt;
    const auto reading = read_month(label, DayOrder::day_first);
    if (reading.month == no_month) return std::nullopt;
    return reading.month;
}

} // namespace wardmap::incidents
