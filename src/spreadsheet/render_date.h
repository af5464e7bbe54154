// SPDX-License-Identifier: MIT
// Days since 1900 or 1904 as dates and times. Private to spreadsheet/.
#pragma once

#include <string>

#include "spreadsheet/number_format.h"

namespace wardmap::spreadsheet {

/// `display` with the text, precision and kind of time. A number that is not a date (below zero,
/// after the year 9999) is shown as "#######", as in spreadsheets.
[[nodiscard]] Display render_date(const FormatSection& section, double value, bool from_1904,
                                  Display display);

} // namespace wardmap::spreadsheet
