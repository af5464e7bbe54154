// SPDX-License-Identifier: MIT
// The ward table as CSV, and its dictionary.
#pragma once

#include <string>
#include <vector>

#include "data/columns.h"
#include "tables/cell.h"

namespace wardmap {
struct Study;
}

namespace wardmap::data {

/// RFC 4180 with CRLF and a UTF-8 byte-order mark (so that Excel reads it correctly). If a figure
/// or value has no number, its cell has [c] suppressed, [x] missing or [z] not calculable. A text
/// that a spreadsheet would run as a formula is preceded by an apostrophe.
[[nodiscard]] std::string to_csv(const Study& study, const std::vector<Column>& columns);

/// The mark of a figure that has no number: [c], [x] or [z]; "" if it has one.
[[nodiscard]] std::string mark_of(Cell::State state);

/// One text as a cell: quoted if necessary, with an apostrophe before anything that a spreadsheet
/// would run as a formula.
[[nodiscard]] std::string csv_cell(const std::string& s);

/// One line for each column, and the meaning of the marks.
[[nodiscard]] std::string dictionary(const std::vector<Column>& columns);

} // namespace wardmap::data
