// SPDX-License-Identifier: MIT
// One sheet of an XLSX workbook. Private to spreadsheet/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spreadsheet/reading.h"

namespace wardmap::spreadsheet {

/// Shared data that the cells of all sheets refer to by index.
struct XlsxShared {
    std::vector<Texts::Id> texts;
    std::vector<std::uint32_t> styles; // the format of each cell style
    std::uint32_t iso_format = 0;      // of dates that are stored as text
    std::uint32_t general = 0;
};

/// Adds the cells, merged ranges and hidden rows and columns of a part to the sheet; `filters` are
/// the ranges of its tables that are filtered. Throws InputError.
void read_xlsx_sheet(Reading& reading, std::string_view part, const XlsxShared& shared,
                     std::vector<CellRange> filters, Sheet& sheet);

/// The range of a sheet's table, if it is filtered.
[[nodiscard]] std::vector<CellRange> read_table_filter(Reading& reading, std::string_view part);

} // namespace wardmap::spreadsheet
