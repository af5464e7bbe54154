// SPDX-License-Identifier: MIT
// The parts of an ODS workbook (OpenDocument 1.3). Private to spreadsheet/.
#pragma once

#include <string>

#include "spreadsheet/reading.h"

namespace wardmap::spreadsheet {

/// Reads the names of all sheets, and the cells of `wanted`, or of all if it is empty.
void read_ods(Reading& reading, const std::string& wanted);

} // namespace wardmap::spreadsheet
