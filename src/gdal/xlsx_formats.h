// SPDX-License-Identifier: MIT
// What GDAL does not tell of the cells of an .xlsx: formulas that were never calculated, and
// numbers that are shown as dates or percentages. Private to gdal/.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace wardmap::gdal {

/// What a cell shows, where that is not the number that is stored.
struct ShownCell {
    std::size_t row = 0;    // from 1
    std::size_t column = 0; // from 1
    std::string text;       // "2014-04-01", "12.5%", "#NOT CALCULATED"
};

/// The cells of a sheet that show something else. Nothing where the workbook is laid out in a way
/// that this does not know: GDAL's own reading then applies.
[[nodiscard]] std::vector<ShownCell> shown_cells(const std::string& path, const std::string& sheet);

/// Where the XML of a sheet is within the workbook, as in xl/worksheets/sheet1.xml; "" where there
/// is no such sheet.
[[nodiscard]] std::string sheet_part(const std::string& path, const std::string& sheet);

/// How a number is shown by a format such as "d\-mmm" or "0.0%"; nothing where as it is.
[[nodiscard]] std::optional<std::string> shown_as(double value, int format_id,
                                                  const std::string& format, bool from_1904);

} // namespace wardmap::gdal
