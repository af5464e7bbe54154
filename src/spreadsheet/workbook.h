// SPDX-License-Identifier: MIT
// The cells of a workbook (XLSX, XLSM, ODS): as stored and as displayed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "spreadsheet/limits.h"
#include "spreadsheet/number_format.h"
#include "spreadsheet/texts.h"

namespace wardmap::spreadsheet {

enum class CellType : std::uint8_t { empty, text, number, boolean, date, error };

/// Why a cell is not visible; several may apply.
enum class HiddenBy : std::uint8_t {
    nothing = 0,
    row = 1,
    column = 2,
    filter = 4, // the row, by a filter
    merge = 8,  // another cell covers it
};

[[nodiscard]] constexpr HiddenBy operator|(HiddenBy a, HiddenBy b) {
    return static_cast<HiddenBy>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
[[nodiscard]] constexpr bool is_hidden_by(HiddenBy all, HiddenBy cause) {
    return (static_cast<std::uint8_t>(all) & static_cast<std::uint8_t>(cause)) != 0;
}

/// A non-empty cell: 32 bytes; its texts and format are in the workbook.
struct Cell {
    std::uint32_t row = 0;    // from 1
    std::uint32_t column = 0; // from 1
    CellType type = CellType::empty;
    HiddenBy hidden = HiddenBy::nothing;
    std::uint32_t format = 0; // index into Workbook::formats
    Texts::Id text = 0;       // of a text or an error; of an ODS cell, its display when saved
    double number = 0;        // of a number, a date (days), a boolean (0 or 1)
};

/// Rows and columns from 1, inclusive.
struct CellRange {
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;

    [[nodiscard]] bool holds(std::uint32_t row, std::uint32_t column) const {
        return row >= first_row && row <= last_row && column >= first_column &&
               column <= last_column;
    }
    bool operator==(const CellRange&) const = default;
};

enum class SheetState { visible, hidden, very_hidden };

struct Sheet {
    std::string name;
    SheetState state = SheetState::visible;
    std::vector<Cell> cells; // by row, then column; unique
    std::vector<CellRange> merged;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> notes; // by row and column

    /// Null if nothing is stored.
    [[nodiscard]] const Cell* find(std::uint32_t row, std::uint32_t column) const;
};

struct Workbook {
    bool from_1904 = false; // days count from 1 January 1904, not 1900
    std::vector<Sheet> sheets;
    std::vector<NumberFormat> formats;
    Texts texts;

    /// A cell as displayed, hidden or not.
    [[nodiscard]] Display display(const Cell& cell) const;
    /// The runs of a text cell; of any other cell its display in one run.
    [[nodiscard]] std::vector<TextRun> runs(const Cell& cell) const;
};

struct WorkbookRequest {
    std::string path;
    std::string shown_as;   // how messages name it
    std::string sheet = {}; // only this sheet's cells; empty: all. Names are always read.
    Limits limits = {};
};

/// Reads an .xlsx, .xlsm or .ods file by its content, whatever its name. Formulas have their stored
/// values; one that was never calculated is the error "#NOT CALCULATED". Throws InputError (file,
/// and sheet, row and column if known) for a file that is not such a workbook (saying what it is:
/// password-protected, .xls, .xlsb, Word, PDF, web page), is damaged, or exceeds the limits. A
/// requested sheet that is absent is not an error: compare the names.
[[nodiscard]] Workbook read_workbook(const WorkbookRequest& request);

} // namespace wardmap::spreadsheet
