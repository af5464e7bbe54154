// SPDX-License-Identifier: MIT
// The code page of an old shapefile's attribute table, if the file does not state it.
#pragma once

#include <string>
#include <vector>

namespace wardmap::gdal {

/// Guesses an undeclared encoding: "UTF-8" if the bytes are valid, else "CP850" or "WINDOWS-1252",
/// whichever turns more of the bytes into letters within words. Pure ASCII is "UTF-8".
[[nodiscard]] std::string guess_code_page(const std::vector<std::string>& texts);

/// Converts a file's texts to UTF-8 if its reader could not: without a declared encoding they are
/// raw bytes; if ISO-8859-1 is declared but they hold control characters, another was meant.
/// Returns the encoding used; `declared` if that was right.
[[nodiscard]] std::string repair_code_page(const std::vector<std::string*>& texts,
                                           const std::string& declared);

} // namespace wardmap::gdal
