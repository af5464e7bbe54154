// SPDX-License-Identifier: MIT
// Tables in, as people keep them: CSV text, workbooks, dBase files, databases.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_path.h"
#include "tables/table.h"

namespace wardmap::tables {

/// Rows and columns of a workbook that are hidden, or that a filter hides.
enum class HiddenCells { leave_out, read };

inline constexpr std::array<std::pair<std::string_view, HiddenCells>, 2> hidden_names = {
    {{"leave_out", HiddenCells::leave_out}, {"read", HiddenCells::read}}};

struct TableSource {
    FilePath file;                   // as written: how messages name it, without a password
    std::string sheet;               // of a workbook, or table of a database; empty: the only one
    std::string query;               // a SELECT; databases only
    std::string range;               // "B3:F40": nothing else is looked at; empty: all
    std::vector<std::size_t> header; // first and last line of the header; empty: detected
    std::string encoding;            // empty: detected (BOM, then UTF-8, then Windows-1252)
    std::string delimiter;           // empty: detected (comma, semicolon, tab)
    HiddenCells hidden = HiddenCells::leave_out; // reported either way
    /// Columns that will be asked for: the header is the first line that holds them all.
    /// Columns that no line holds are an error that suggests the nearest names.
    std::vector<std::string> wanted;
};

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
