// SPDX-License-Identifier: MIT
// Whether a workbook is small enough for GDAL, which takes in all cells that it says it has: found
// by a look through its XML. Private to geo/.
#pragma once

#include <string>

namespace wardmap::gdal {

/// Throws InputError for an .xlsx or .ods with more cells, longer texts, or larger parts than
/// base/limits.h allows. `sheet` is that which will be read; empty: any of an .xlsx. An .ods is
/// read as a whole. Files that are no workbooks pass: GDAL says what is wrong with them.
void check_xlsx(const std::string& path, const std::string& shown_as, const std::string& sheet);
void check_ods(const std::string& path, const std::string& shown_as);

} // namespace wardmap::gdal
