// SPDX-License-Identifier: MIT
// Months grouped into the periods of a table.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "incidents/count.h"

namespace wardmap::incidents {

enum class Step { month, quarter, year, financial_year, all };

inline constexpr std::array<std::pair<std::string_view, Step>, 5> step_names = {
    {{"month", Step::month},
     {"quarter", Step::quarter},
     {"year", Step::year},
     {"financial-year", Step::financial_year},
     {"all", Step::all}}};

/// The first month of the period that contains a month; 0 for `all`.
[[nodiscard]] Month period_start(Month month, Step step);
/// "2014-03", "2014 Q1", "2014", "2014/15"; "" for `all`.
[[nodiscard]] std::string period_label(Month start, Step step);
/// Number of months in a period; 0 for `all`.
[[nodiscard]] int months_in(Step step);

/// "2014-03".
[[nodiscard]] std::string month_label(Month month);
/// A month as written in a command or a project: "2014-03". Nothing for anything else.
[[nodiscard]] std::optional<Month> month_labelled(std::string_view label);

} // namespace wardmap::incidents
