// SPDX-License-Identifier: MIT
// Tables in, as people keep them. CSV for now; other formats come in through this one function.
#pragma once

#include <string>
#include <vector>

#include "tables/table.h"

namespace wardmap::tables {

struct TableSource {
    std::string path;      // opened as it stands
    std::string shown_as;  // how messages name it
    std::string encoding;  // empty: found out (BOM, then UTF-8, then Windows-1252)
    std::string delimiter; // empty: found out (comma, semicolon, tab)
    /// Columns that will be asked for: the header is the first line that holds them all.
    /// Columns that no line holds are an error that suggests the nearest names.
    std::vector<std::string> wanted;
};

/// Reads a table: title lines above the header and footnotes below the last row become asides;
/// blank lines too. Throws InputError (file, line, what, way out) for: no such file, a folder, not
/// text (names what it is: PDF, spreadsheet, web page, picture), empty, header only, wanted column
/// missing, quote never closed (line where it opened), a row with more cells than the header has.
[[nodiscard]] Table read_table(const TableSource& source);

} // namespace wardmap::tables
