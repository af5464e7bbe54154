// SPDX-License-Identifier: MIT
// One section of a number format, parsed. Private to spreadsheet/.
#pragma once

#include <string_view>

#include "spreadsheet/number_format.h"

namespace wardmap::spreadsheet {

/// The parts of a section such as `[<5]"<5"` or `#,##0.0`.
[[nodiscard]] FormatSection make_section(std::string_view code);

} // namespace wardmap::spreadsheet
