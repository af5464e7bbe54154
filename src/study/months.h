// SPDX-License-Identifier: MIT
// Labels of steps that are months.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace wardmap {

/// Year and month of "2014-11"; nothing for any other label.
[[nodiscard]] std::optional<std::chrono::year_month> month_of(const std::string& label);

/// Months since year 0 of such a label.
[[nodiscard]] std::optional<int> month_number(const std::string& label);

/// "2014-11" as "November 2014"; any other label as it is.
[[nodiscard]] std::string period_words(const std::string& label);

} // namespace wardmap
