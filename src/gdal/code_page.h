// SPDX-License-Identifier: MIT
// Which code page the attribute table of an old shapefile is in, where the file does not say it.
#pragma once

#include <string>
#include <vector>

namespace wardmap::gdal {

/// Of bytes that declare no encoding: "UTF-8" where they are, else "CP850" or "WINDOWS-1252": the
/// one in which more of the bytes are letters within words. ASCII alone is "UTF-8".
[[nodiscard]] std::string guess_code_page(const std::vector<std::string>& texts);

/// Brings the texts of a file into UTF-8 where its reader could not: where no encoding is declared
/// they are raw bytes; where ISO-8859-1 is, but they hold control characters, another was meant.
/// Returns the encoding that was used; `declared` where that was right.
[[nodiscard]] std::string mend_code_page(const std::vector<std::string*>& texts,
                                         const std::string& declared);

} // namespace wardmap::gdal
