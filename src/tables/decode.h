// SPDX-License-Identifier: MIT
// Bytes of a table file to UTF-8 text.
#pragma once

#include <string>

#include "base/finding.h"

namespace wardmap::tables {

struct Decoded {
    std::string text;     // UTF-8, no byte-order mark
    std::string encoding; // "UTF-8", "UTF-8 with byte-order mark", "UTF-16LE", "Windows-1252", ...
};

/// Uses `encoding` if given; else the byte-order mark, then UTF-8, then Windows-1252 (reported in a
/// finding). Throws InputError for bytes that are invalid in the encoding, and for files that are
/// not tables: PDF, spreadsheet, picture, web page, database (saying which).
[[nodiscard]] Decoded decode(std::string bytes, const std::string& encoding,
                             const std::string& shown_as, Findings& findings);

} // namespace wardmap::tables
