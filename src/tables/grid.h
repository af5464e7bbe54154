// SPDX-License-Identifier: MIT
// A table before its header is known: lines of cells from any source. Private to tables/.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/finding.h"

namespace wardmap::tables {

struct TableSource;

struct Line {
    std::size_t line = 0;           // in the file, from 1; of its first character
    std::vector<std::string> cells; // trimmed
};

struct Grid {
    std::vector<Line> lines;
    std::string encoding;
    char delimiter = ',';
    std::string sheet;        // of a workbook, or table of a database
    bool is_workbook = false; // cells have addresses such as C7
    std::size_t first_column = 1;
    std::vector<Line> hidden; // omitted rows of a workbook
    Findings findings;
};

[[nodiscard]] bool is_blank(const Line& line);
/// Number of non-empty cells.
[[nodiscard]] std::size_t filled(const Line& line);
/// The whole line as one text.
[[nodiscard]] std::string whole_text(const Line& line);

/// CSV text, a sheet of a workbook, a dBase file, a table of a database. Throws InputError for any
/// other file, for several sheets of which none is named, and for an empty range.
[[nodiscard]] Grid read_grid(const TableSource& source);

} // namespace wardmap::tables
