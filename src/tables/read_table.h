// SPDX-License-Identifier: MIT
// Reading of tables: CSV text, workbooks, dBase files, databases.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/file_path.h"
#include "tables/table.h"
#include "tables/table_source.h"

namespace wardmap::tables {

/// The visible non-empty sheets of a workbook, or the tables of a database; empty for any other
/// file. Throws InputError for a file that cannot be opened.
[[nodiscard]] std::vector<std::string> sheet_names(const FilePath& file);

/// Reads a table: title lines above the header, a line of units below it and footnotes below the
/// last row become asides; blank lines too. Throws InputError (file, line, what, help) for: no such
/// file, a folder, not a table (naming what it is: PDF, web page, picture), empty, header only,
/// missing column, unclosed quote (with its first line), a row with more cells than the header,
/// several sheets and none named, a password-protected workbook, a failing query.
[[nodiscard]] Table read_table(const TableSource& source);

/// The same without known columns: the header is above the first line with a cell for which
/// `names_ward` is true, above any totals and units; it has two lines if names are repeated below a
/// line of years. Throws InputError if no line names a ward.
[[nodiscard]] Table read_unknown_table(const TableSource& source,
                                       const std::function<bool(const std::string&)>& names_ward);

} // namespace wardmap::tables
