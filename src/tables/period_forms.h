// SPDX-License-Identifier: MIT
// The written forms of a period. Private to tables/.
#pragma once

#include <optional>
#include <string_view>

#include "tables/period.h"

namespace wardmap::tables {

/// Choices between two readings of a text.
struct Convention {
    bool month_first = false;   // 01/05/2014 is 5 January
    bool pair_of_years = false; // 2011-12 and 201112 are 2011 and 2012
    bool day_of_month = false;  // 14-Apr is a day in April, not April 2014
};

/// What a plain number means.
enum class Numbers { none, months, weeks, quarters };

[[nodiscard]] std::optional<Period> read_form(std::string_view text, const Convention& convention,
                                              Numbers numbers);

[[nodiscard]] std::string_view month_name(unsigned month); // 1 is "January"

/// The months from the first of one to the last of another; a quarter or a year if it is one.
[[nodiscard]] Period months_from(std::chrono::year_month first, std::chrono::year_month last,
                                 bool dated = true);
[[nodiscard]] Period day_at(std::chrono::sys_days day);

} // namespace wardmap::tables
