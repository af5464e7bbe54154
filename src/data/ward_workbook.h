// SPDX-License-Identifier: MIT
// The ward table as a workbook that follows the Government Analysis Function's guidance on
// releasing statistics in spreadsheets.
#pragma once

#include <string>
#include <vector>

#include "data/columns.h"

namespace wardmap {
struct Study;
}

namespace wardmap::data {

/// A cover with the contents, notes with the marks, definitions of the columns, the wards, and a
/// worksheet with one table for each category.
[[nodiscard]] std::string ward_workbook(const Study& study, const std::vector<Column>& columns);

} // namespace wardmap::data
