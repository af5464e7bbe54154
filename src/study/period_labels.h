// SPDX-License-Identifier: MIT
// What the labels of steps say of time.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace wardmap {

/// "2014-11" as "November 2014"; a label that is not a period of time, or could be two, as it is.
[[nodiscard]] std::string period_words(const std::string& label);
/// The same of all labels of a series, which decide together how each is read.
[[nodiscard]] std::vector<std::string> words_of_labels(const std::vector<std::string>& labels);

/// Months since year 0 of a month such as "2014-11"; nothing for any other label.
[[nodiscard]] std::optional<int> month_number(const std::string& label);

/// Days of each month, quarter, year, week or span; nothing of a label that is no such period or
/// does not state its year. A single day may be that of a survey, and has none.
[[nodiscard]] std::vector<std::optional<double>>
days_of_labels(const std::vector<std::string>& labels);

} // namespace wardmap
