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

/// The visible non-empty sheets. Throws InputError for a file that is not such a workbook.
[[nodiscard]] std::vector<std::string> workbook_sheets(const FilePath& file);

/// The figures of one sheet as displayed: each cell as CellRecord::figure, each line up to its last
/// filled cell, without runs of more than a thousand blank lines. Hidden and superscript content is
/// reported in findings. Without a name, the only visible non-empty sheet. Throws InputError for
/// several of them, an unknown sheet, an empty one, or one beyond the limits of base/limits.h.
[[nodiscard]] Grid read_workbook_grid(const TableSource& source);

} // namespace wardmap::tables
