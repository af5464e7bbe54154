// SPDX-License-Identifier: MIT
// What Cairo 1.16 leaves out of a tagged PDF: text alternatives and the document's language.
#pragma once

#include <string>
#include <vector>

namespace wardmap::paint {

/// Appends an incremental update (ISO 32000-1, 7.5.6) that gives the structure elements of type
/// Figure, in the order of the file, their /Alt, and the catalogue /Lang and /ViewerPreferences
/// with DisplayDocTitle. Precondition: `pdf` is a file as Cairo writes it, with a plain
/// cross-reference table and uncompressed structure elements. Throws OutputError where that does
/// not hold.
[[nodiscard]] std::string with_alternatives(const std::string& pdf,
                                            const std::vector<std::string>& alternatives,
                                            const std::string& language);

} // namespace wardmap::paint
