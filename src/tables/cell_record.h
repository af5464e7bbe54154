// SPDX-License-Identifier: MIT
// One cell of a table, whatever file it comes from: what a reader sees decides what it says.
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
    /// What a reader sees, without footnote marks, "" where the format shows nothing.
    std::string shown = {};
    /// What the cell says, as text:
    /// - a number with all its digits, up to the 15 that spreadsheets know, however few are shown,
    ///   with % if one is shown ("25.6%": of 0.256 in per cent, or of 25.6 with a mere sign);
    /// - what is shown where that hides the number: "<5", "*", "";
    /// - a date as "2014", "2014-04" or "2014-04-01", as much of it as is shown;
    /// - TRUE or FALSE, which is not a figure; the code of an error.
    std::string figure = {};
    /// The raised sign behind the text that refers to a footnote.
    std::string mark = {};
    std::string note = {};        // what is written to the cell
    std::string format = {};      // code of its number format; "" outside workbooks
    std::optional<double> number; // as stored, of a number or a date
    spreadsheet::HiddenBy hidden = spreadsheet::HiddenBy::nothing;
    /// The format shows nothing of something that is stored.
    bool hidden_by_format = false;
};

/// A cell of a text file. A text kept from Excel's guesses (="E05000001") is that text.
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
