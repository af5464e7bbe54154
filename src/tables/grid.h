// SPDX-License-Identifier: MIT
// A table before its header is known: lines of cells, wherever they come from. Private to tables/.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/finding.h"

namespace wardmap::tables {

struct TableSource;

struct Line {
    std::size_t line = 0;           // in the file, from 1; of its first character
    std::vector<std::string> cells; // blanks at the ends taken off
};

struct Grid {
    std::vector<Line> lines;
    std::string encoding;
    char delimiter = ',';
    std::string sheet;        // of a workbook, or table of a database
    bool is_workbook = false; // cells are named as in C7
    std::size_t first_column = 1;
    std::vector<Line> hidden; // rows of a workbook that were left out
    Findings findings;
};

[[nodiscard]] bool is_blank(const Line& line);
/// How many cells hold something.
[[nodiscard]] std::size_t filled(const Line& line);
/// The whole line, in one text.
[[nodiscard]] std::string whole_text(const Line& line);

/// CSV text, a sheet of a workbook, a dBase file, a table of a database. Throws InputError for what
/// is none, for several sheets of which none is named, and for a range that holds nothing.
[[nodiscard]] Grid read_grid(const TableSource& source);

} // namespace wardmap::tables
