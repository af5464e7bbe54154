// SPDX-License-Identifier: MIT
// A table as text: a header, rows with their line numbers, and the lines around them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "tables/non_data_line.h"

namespace wardmap::tables {

/// One row below the header. `cells` has as many entries as the table has columns; each is UTF-8,
/// trimmed, otherwise as in the file.
struct Row {
    std::size_t line = 0; // in the file, from 1; the first line of a row that spans several
    std::vector<std::string> cells;
};

struct Table {
    std::string file;     // as named in messages
    std::string encoding; // "UTF-8", "UTF-8 with byte-order mark", "Windows-1252", ...
    char delimiter = ',';
    std::string sheet;                // of a workbook, or table of a database; else empty
    bool is_workbook = false;         // cells are named as in Sheet1!C7
    std::size_t first_column = 1;     // in the sheet, of columns[0]
    std::size_t header_line = 0;      // its last line, if it has several
    std::vector<std::string> columns; // as in the file; unique
    std::vector<Row> rows;
    std::vector<NonDataLine> asides;
    Findings findings;

    /// Position of a row; with a column (its index here), the cell.
    [[nodiscard]] Place at(std::size_t line, std::optional<std::size_t> column = {}) const;

    /// Index of a column by name: exact match first, then with case and blanks folded.
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

} // namespace wardmap::tables
