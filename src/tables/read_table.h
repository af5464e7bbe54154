// SPDX-License-Identifier: MIT
// Tables in, as people keep them: CSV text, workbooks, dBase files, databases.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/file_path.h"
#include "tables/table.h"

namespace wardmap::tables {

struct TableSource {
    FilePath file;                   // as written: how messages name it, without a password
    std::string sheet;               // of a workbook, or table of a database; empty: the only one
    std::string query;               // a SELECT; databases only
    std::string range;               // "B3:F40": nothing else is looked at; empty: all
    std::vector<std::size_t> header; // first and last line of the header; empty: detected
    std::string encoding;            // empty: detected (BOM, then UTF-8, then Windows-1252)
    std::string delimiter;           // empty: detected (comma, semicolon, tab)
    /// Columns that will be asked for: the header is the first line that holds them all.
    /// Columns that no line holds are an error that suggests the nearest names.
    std::vector<std::string> wanted;
};

/// Reads a table: title lines above the header, a line of units below it and footnotes below the
/// last row become asides; blank lines too. Throws InputError (file, line, what, way out) for: no
/// such file, a folder, not a table (names what it is: PDF, web page, picture), empty, header only,
/// wanted column missing, quote never closed (line where it opened), a row with more cells than the
/// header has, several sheets and none named, a workbook behind a password, a query that fails.
[[nodiscard]] Table read_table(const TableSource& source);

/// The same without knowing any column: the header is above the first line with a cell for
/// which `names_ward` is true, over totals and units; two lines of it where names are repeated
/// below a line of years. Throws InputError where no line names a ward.
[[nodiscard]] Table read_unknown_table(const TableSource& source,
                                       const std::function<bool(const std::string&)>& names_ward);

} // namespace wardmap::tables
