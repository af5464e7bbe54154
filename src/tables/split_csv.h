// SPDX-License-Identifier: MIT
// CSV text to lines of cells (RFC 4180, and what people make of it).
#pragma once

#include <string>
#include <vector>

#include "tables/grid.h"

namespace wardmap::tables {

/// Ends of lines may be LF, CRLF or CR; quotes may hold delimiters, line breaks and doubled quotes.
/// Throws InputError, at the line where it opened, for a quote that is never closed
/// or takes in more than a cell can hold, and for more than base/limits.h allows.
[[nodiscard]] std::vector<Line> split_csv(const std::string& text, char delimiter,
                                          const std::string& shown_as);

/// Comma, semicolon or tab: the one that splits most lines into the same number of cells, more than
/// one.
[[nodiscard]] char guess_delimiter(const std::string& text);

} // namespace wardmap::tables
