// SPDX-License-Identifier: MIT
// Days since 1900 or 1904, and dates as ISO 8601 writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "spreadsheet/number_format.h"

namespace wardmap::spreadsheet {

/// "2014", "2014-04", "2014-04-01", "2014-04-01 13:30:00": with only the parts that `precision`
/// shows. Nothing if the number is not a date.
[[nodiscard]] std::optional<std::string> iso_date(double value, bool from_1904,
                                                  DatePrecision precision);

/// The days of "2014-04-01" or "2014-04-01T13:30:00" since 1900; nothing if it is not a date.
[[nodiscard]] std::optional<double> days_of(std::string_view iso);

} // namespace wardmap::spreadsheet
