// SPDX-License-Identifier: MIT
// Adds to a written file what libxlsxwriter cannot write. Private to workbook/.
#pragma once

#include <string>

namespace wardmap::workbook {

/// The bytes of the XLSX at `path` with the document's language, and with the workbook's first
/// format (that of titles) as the cell style Heading 1, by which screen readers find titles. Throws
/// OutputError if it cannot be read.
[[nodiscard]] std::string finished(const std::string& path, const std::string& language);

} // namespace wardmap::workbook
