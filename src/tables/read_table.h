// SPDX-License-Identifier: MIT
// Reading of tables: CSV text, workbooks, dBase files, databases.
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

/// Treatment of hidden and filtered rows and columns of a workbook.
enum class HiddenCells { leave_out, read };

inline constexpr std::array<std::pair<std::string_view, HiddenCells>, 2> hidden_names = {
    {{"leave_out", HiddenCells::leave_out}, {"read", HiddenCells::read}}};

struct TableSource {
    FilePath file;                   // as written in messages, without a password
    std::string sheet;               // of a workbook, or table of a database; empty: the only one
    std::string query;               // a SELECT; databases only
    std::string range;               // "B3:F40": everything else is ignored; empty: all
    std::vector<std::size_t> header; // first and last line of the header; empty: detected
    std::string encoding;            // empty: detected (BOM, then UTF-8, then Windows-1252)
    std::string delimiter;           // empty: detected (comma, semicolon, tab)
    HiddenCells hidden = HiddenCells::leave_out; // reported either way
    /// Required columns: the header is the first line that holds them all. A column that is in no
    /// line is an error, with the nearest names suggested.
    std::vector<std::string> wanted;
};

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
