// SPDX-License-Identifier: MIT
// The number of a cell as displayed by its format. Private to spreadsheet/.
#pragma once

#include <string>

#include "spreadsheet/number_format.h"

namespace wardmap::spreadsheet {

/// Without a minus sign. Rounds half away from zero on the first 15 digits, as spreadsheets do.
/// Precondition: the section's kind is number.
[[nodiscard]] std::string render_number(const FormatSection& section, double value);

/// "2 1/4", without a minus sign. Precondition: the section's kind is fraction.
[[nodiscard]] std::string render_fraction(const FormatSection& section, double value);

} // namespace wardmap::spreadsheet
