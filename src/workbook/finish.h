// SPDX-License-Identifier: MIT
// What libxlsxwriter has no words for, put into the file that it wrote. Private to workbook/.
#pragma once

#include <string>

namespace wardmap::workbook {

/// The bytes of the XLSX at `path` with the document's language, and with the first format of the
/// workbook (that of titles) as the cell style Heading 1, by which programs for blind readers find
/// them. Throws OutputError if it cannot be read.
[[nodiscard]] std::string finished(const std::string& path, const std::string& language);

} // namespace wardmap::workbook
