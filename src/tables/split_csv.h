// SPDX-License-Identifier: MIT
// CSV text to lines of cells (RFC 4180 and its variants in use).
#pragma once

#include <string>
#include <vector>

#include "tables/grid.h"

namespace wardmap::tables {

/// Line ends may be LF, CRLF or CR; quotes may contain delimiters, line breaks and doubled quotes.
/// Throws InputError, at the line where it opened, for a quote that is never closed or encloses
/// more than a cell can hold, and for text beyond the limits of base/limits.h.
[[nodiscard]] std::vector<Line> split_csv(const std::string& text, char delimiter,
                                          const std::string& shown_as);

/// Comma, semicolon or tab: the one that splits most lines into the same number of cells, more than
/// one.
[[nodiscard]] char guess_delimiter(const std::string& text);

} // namespace wardmap::tables
