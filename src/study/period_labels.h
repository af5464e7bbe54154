// SPDX-License-Identifier: MIT
// Labels of steps as periods.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace wardmap {

/// "2014-11" as "November 2014"; a label that is not a period, or is ambiguous, is unchanged.
[[nodiscard]] std::string period_words(const std::string& label);
/// The same for all labels of a series, which together resolve ambiguities.
[[nodiscard]] std::vector<std::string> words_of_labels(const std::vector<std::string>& labels);

/// Months since year 0 for a month such as "2014-11"; nothing for any other label.
[[nodiscard]] std::optional<int> month_number(const std::string& label);

/// Days in each month, quarter, year, week or span; nothing for a label that is not such a period
/// or does not state its year, or for a single day, which may be a survey date.
[[nodiscard]] std::vector<std::optional<double>>
days_of_labels(const std::vector<std::string>& labels);

} // namespace wardmap
