// SPDX-License-Identifier: MIT
// One cell of a table from any kind of file, interpreted as displayed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "spreadsheet/workbook.h"

namespace wardmap::tables {

struct CellRecord {
    enum class Type { empty, text, number, boolean, date, error };

    Type type = Type::empty;
    /// As displayed, without footnote marks; "" if the format hides it.
    std::string shown = {};
    /// The cell's content, as text:
    /// - a number with all its digits, up to the 15 that spreadsheets keep, however few are shown,
    ///   with % if one is shown ("25.6%": from 0.256 as a percentage, or from 25.6 with a literal
    ///   sign);
    /// - the display, if it hides the number: "<5", "*", "";
    /// - a date as "2014", "2014-04" or "2014-04-01", as far as shown;
    /// - TRUE or FALSE, which are not figures; the code of an error.
    std::string figure = {};
    /// The superscript after the text that refers to a footnote.
    std::string mark = {};
    std::string note = {};        // the cell's note
    std::string format = {};      // code of its number format; "" outside workbooks
    std::optional<double> number; // as stored, for a number or a date
    spreadsheet::HiddenBy hidden = spreadsheet::HiddenBy::nothing;
    /// The format hides a stored value.
    bool hidden_by_format = false;
};

/// A cell of a text file. Text protected from Excel's guesses (="E05000001") is that text.
[[nodiscard]] CellRecord read_text_cell(std::string_view cell);

/// A cell of a workbook; an empty record if nothing is stored.
[[nodiscard]] CellRecord read_workbook_cell(const spreadsheet::Workbook& workbook,
                                            const spreadsheet::Sheet& sheet, std::uint32_t row,
                                            std::uint32_t column);
/// The same for a cell of the sheet.
[[nodiscard]] CellRecord read_workbook_cell(const spreadsheet::Workbook& workbook,
                                            const spreadsheet::Sheet& sheet,
                                            const spreadsheet::Cell& cell);

} // namespace wardmap::tables
