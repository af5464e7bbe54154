// SPDX-License-Identifier: MIT
#include "spreadsheet/workbook.h"

#include <algorithm>
#include <tuple>

namespace wardmap::spreadsheet {

const Cell* Sheet::find(std::uint32_t row, std::uint32_t column) const {
    const auto at = std::lower_bound(cells.begin(), cells.end(), std::pair(row, column),
                                     [](const Cell& cell, const auto& place) {
                                         return std::pair(cell.row, cell.column) < place;
                                     });
    const bool found = at != cells.end() && at->row == row && at->column == column;
    return found ? &*at : nullptr;
}

Display Workbook::display(const Cell& cell) const {
    const auto& format = formats.at(cell.format);
    Display display;
    switch (cell.type) {
    case CellType::empty:
        return display;
    case CellType::error:
        display.text = texts.at(cell.text);
        return display;
    case CellType::boolean:
        display.text = cell.number != 0 ? "TRUE" : "FALSE";
        return display;
    case CellType::text:
        return format.display(texts.at(cell.text));
    case CellType::number:
    case CellType::date:
        break;
    }
    display = format.display(cell.number, from_1904);
    if (cell.text != 0) display.text = texts.at(cell.text);
    return display;
}

std::vector<TextRun> Workbook::runs(const Cell& cell) const {
    if (cell.type == CellType::text) return texts.runs(cell.text);
    return {{display(cell).text, false}};
}

} // namespace wardmap::spreadsheet
