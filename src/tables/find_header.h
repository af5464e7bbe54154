// SPDX-License-Identifier: MIT
// Position of a table's header: one line or several. Private to tables/.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tables/grid.h"

namespace wardmap::tables {

struct Header {
    std::size_t first = 0; // index of its first line
    std::size_t last = 0;  // of its last
    std::vector<std::string> columns;
};

/// A column's name for comparison: case, runs of blanks (no-break spaces too), decomposed letters
/// and superscript footnote marks folded.
[[nodiscard]] std::string fold_column(std::string_view name);

/// The header on these lines. In a header of several lines, a text in an upper line applies to all
/// columns up to the next text ("2014" over "ASB" and "Theft"); a column's name is "2014 ASB". A
/// column without a name is named "column 3".
[[nodiscard]] Header header_at(const std::vector<Line>& lines, std::size_t first, std::size_t last);

/// The first line, else the first two or three lines together, that hold all wanted columns.
[[nodiscard]] std::optional<Header> try_find_header(const std::vector<Line>& lines,
                                                    const std::vector<std::string>& wanted);

/// The same; without wanted columns, the first line with two filled cells. Throws InputError if a
/// wanted column is not found, with the columns of the line most like a header.
[[nodiscard]] Header find_header(const Grid& grid, const TableSource& source);

/// The header above the first line that names a ward; nothing if no line does.
[[nodiscard]] std::optional<Header>
guess_header(const Grid& grid, const std::function<bool(const std::string&)>& names_ward);

} // namespace wardmap::tables
