// SPDX-License-Identifier: MIT
#include "spreadsheet/reading.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"

namespace wardmap::spreadsheet {
namespace {

std::string more_than(std::size_t n, const char* what) {
    return fmt::format("more than {} {}", text::number(static_cast<double>(n), 0), what);
}

std::pair<std::uint32_t, std::uint32_t> place(const Cell& cell) {
    return {cell.row, cell.column};
}

/// Sweeps down the sheet with the open ranges, by first column: at any row no two of them share a
/// column.
void mark_covered(Sheet& sheet) {
    auto& ranges = sheet.merged;
    std::sort(ranges.begin(), ranges.end(), [](const CellRange& a, const CellRange& b) {
        return std::tie(a.first_row, a.first_column) < std::tie(b.first_row, b.first_column);
    });
    std::map<std::uint32_t, const CellRange*> begun;
    auto next = ranges.begin();
    for (auto& cell : sheet.cells) {
        for (; next != ranges.end() && next->first_row <= cell.row; ++next) {
            begun[next->first_column] = &*next;
        }
        const auto after = begun.upper_bound(cell.column);
        if (after == begun.begin()) continue;
        const auto& range = *std::prev(after)->second;
        const bool first = cell.row == range.first_row && cell.column == range.first_column;
        if (!first && range.holds(cell.row, cell.column)) {
            cell.hidden = cell.hidden | HiddenBy::merge;
        }
    }
}

} // namespace

std::uint32_t Reading::format(const std::string& code) {
    const auto [at, is_new] =
        m_formats.emplace(code, static_cast<std::uint32_t>(m_workbook.formats.size()));
    if (is_new) {
        if (m_workbook.formats.size() >= limits().styles) {
            refuse_size(m_archive.place(), more_than(limits().styles, "number formats"));
        }
        m_workbook.formats.emplace_back(code);
    }
    return at->second;
}

void Reading::check_texts(Texts::Id id) const {
    const auto& texts = m_workbook.texts;
    if (texts.at(id).size() > limits().text_bytes) {
        refuse_size(m_archive.place(), "a cell with more than a million letters");
    }
    if (texts.count() > limits().texts) {
        refuse_size(m_archive.place(), more_than(limits().texts, "texts"));
    }
    if (texts.bytes() > limits().all_text_bytes) {
        refuse_size(m_archive.place(), more_than(limits().all_text_bytes >> 20, "MB of text"));
    }
}

void Reading::add(Sheet& sheet, const Cell& cell) {
    if (cell.row == 0 || cell.row > last_row || cell.column == 0 || cell.column > last_column) {
        refuse_damage(place_of(sheet, 0, 0),
                      fmt::format("a cell is at row {}, column {}: no sheet is that large",
                                  cell.row, cell.column));
    }
    if (++m_cells > limits().cells) {
        refuse_size(place_of(sheet, cell.row, cell.column),
                    more_than(limits().cells, "filled cells"));
    }
    sheet.cells.push_back(cell);
}

void Reading::add_sheet(Sheet sheet) {
    if (m_workbook.sheets.size() >= limits().sheets) {
        refuse_size(m_archive.place(), more_than(limits().sheets, "sheets"));
    }
    m_workbook.sheets.push_back(std::move(sheet));
}

void Reading::check_extras(std::size_t count, const char* what) const {
    if (count > limits().extras) refuse_size(m_archive.place(), more_than(limits().extras, what));
}

Place Reading::place_of(const Sheet& sheet, std::size_t row, std::size_t column) const {
    return {m_archive.place().file, row, column, sheet.name};
}

void finish(Sheet& sheet) {
    auto& cells = sheet.cells;
    const auto before = [](const Cell& a, const Cell& b) { return place(a) < place(b); };
    if (!std::is_sorted(cells.begin(), cells.end(), before)) {
        std::stable_sort(cells.begin(), cells.end(), before);
    }
    const auto same = [](const Cell& a, const Cell& b) { return place(a) == place(b); };
    const auto kept =
        std::unique(cells.rbegin(), cells.rend(), same); // the last one at each address
    cells.erase(cells.begin(), kept.base());
    if (!sheet.merged.empty()) mark_covered(sheet);
}

void RichText::add(std::string_view piece, bool raised) {
    if (piece.empty()) return;
    if (m_runs.empty() || m_runs.back().raised != raised) m_runs.push_back({"", raised});
    m_runs.back().text += piece;
}

std::size_t RichText::size() const {
    std::size_t size = 0;
    for (const auto& run : m_runs) {
        size += run.text.size();
    }
    return size;
}

std::string RichText::plain() const {
    std::string all;
    for (const auto& run : m_runs) {
        all += run.text;
    }
    return all;
}

} // namespace wardmap::spreadsheet
