// SPDX-License-Identifier: MIT
// Tables in, as people keep them: CSV text, workbooks, dBase files, databases.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/file_path.h"
#include "tables/table.h"
#include "tables/table_source.h"

namespace wardmap::tables {

/// The visible sheets of a workbook that hold anything, or the tables of a database; nothing for
/// another file. Throws InputError for a file that cannot be opened.
[[nodiscard]] std::vector<std::string> sheet_names(const FilePath& file);

/// Reads a table: title lines above the header, a line of units below it and footnotes below the
/// last row become asides; blank lines too. Throws InputError (file, line, what, way out) for: no
/// such file, a folder, not a table (names what it is: PDF, web page, picture), empty, header only,
/// wanted column missing, quote never closed (line where it opened), a row with more cells than the
/// header has, several sheets and none named, a workbook behind a password, a query that fails.
[[nodiscard]] Table read_table(const TableSource& source);

/// The same without knowing any column: the header is above the first line with a cell for which
/// `names_ward` is true, over totals and units; two lines of it where names are repeated below a
/// line of years. Throws InputError if no line names a ward.
[[nodiscard]] Table read_unknown_table(const TableSource& source,
                                       const std::function<bool(const std::string&)>& names_ward);

} // namespace wardmap::tables
