// SPDX-License-Identifier: MIT
// The sheets of XLSX and ODS workbooks as lines of cells. Private to tables/.
#pragma once

#include <string>
#include <vector>

#include "tables/grid.h"
#include "tables/read_table.h"

namespace wardmap::tables {

/// .xlsx, .xlsm, .ods.
[[nodiscard]] bool is_workbook_file(const std::string& path);

/// The visible sheets that hold anything. Throws InputError for a file that is no such workbook.
[[nodiscard]] std::vector<std::string> workbook_sheets(const FilePath& file);

/// The figures of one sheet as a reader sees them: each cell as CellRecord::figure has it, every
/// line as far as its last filled cell, more than a thousand blank lines together left out. What is
/// hidden or raised is reported in findings. Without a name, the one visible sheet that holds
/// anything. Throws InputError for several of them, no such sheet, one without a cell, one larger
/// than base/limits.h allows.
[[nodiscard]] Grid read_workbook_grid(const TableSource& source);

} // namespace wardmap::tables
