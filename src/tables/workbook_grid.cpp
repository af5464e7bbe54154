// SPDX-License-Identifier: MIT
#include "tables/workbook_grid.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/limits.h"
#include "base/plain_text.h"
#include "base/refuse.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "spreadsheet/workbook.h"
#include "tables/cell.h"
#include "tables/cell_record.h"
#include "tables/find_header.h"

namespace wardmap::tables {
namespace {

using spreadsheet::HiddenBy;
using spreadsheet::Sheet;
using spreadsheet::SheetState;
using spreadsheet::Workbook;

constexpr std::size_t longest_gap = 1000; // blank lines between two filled ones

/// Cells, rows or columns of one kind: how many, and the first few.
class Places {
public:
    void add(std::string place) {
        ++m_count;
        if (m_examples.size() < most_examples) m_examples.push_back(std::move(place));
    }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::string text() const {
        auto shown = m_examples;
        if (m_count > shown.size()) shown.emplace_back("...");
        return text::join(shown, ", ");
    }

private:
    static constexpr std::size_t most_examples = 5;
    std::size_t m_count = 0;
    std::vector<std::string> m_examples;
};

Places rows_of(const std::set<std::uint32_t>& rows) {
    Places places;
    for (const auto row : rows) {
        places.add(std::to_string(row));
    }
    return places;
}

/// Fills a grid, and records where it differs from the displayed sheet.
class GridMaker {
public:
    GridMaker(const Workbook& workbook, const Sheet& sheet, const TableSource& source)
        : m_workbook(workbook), m_sheet(sheet), m_source(source) {}

    Grid make() {
        m_grid.encoding = "UTF-8";
        m_grid.sheet = m_sheet.name;
        m_grid.is_workbook = true;
        add_lines();
        for (const auto& cell : m_sheet.cells) {
            put(cell);
        }
        take_hidden_lines();
        report();
        return std::move(m_grid);
    }

private:
    /// A line for each non-empty row and for the blank rows between them.
    void add_lines() {
        std::size_t places = 0;
        for (std::size_t i = 0; i < m_sheet.cells.size(); ++i) {
            const auto& cell = m_sheet.cells[i];
            const bool ends_row =
                i + 1 == m_sheet.cells.size() || m_sheet.cells[i + 1].row != cell.row;
            if (!ends_row) continue;
            const std::size_t before = m_grid.lines.empty() ? 0 : m_grid.lines.back().line;
            if (cell.row - before <= longest_gap) {
                for (auto line = before + 1; line < cell.row; ++line) {
                    m_grid.lines.push_back({line, {}});
                }
            }
            places += cell.column;
            if (places > limits::cells) {
                refuse(
                    {m_source.file.written, 0, 0, m_sheet.name},
                    fmt::format("the sheet covers more than {} cells, including blanks before the "
                                "last of a row",
                                text::number(static_cast<double>(limits::cells), 0)),
                    "a table of areas", "delete what is far from the table, or save it as CSV");
            }
            m_grid.lines.push_back({cell.row, std::vector<std::string>(cell.column)});
        }
    }

    void put(const spreadsheet::Cell& cell) {
        stop_if_interrupted();
        while (m_grid.lines[m_line].line != cell.row) {
            ++m_line;
        }
        if (is_hidden_by(cell.hidden, HiddenBy::merge)) return; // another cell covers it
        const auto record = read_workbook_cell(m_workbook, m_sheet, cell);
        std::string text(text::trimmed(text::without_controls(record.figure)));
        if (!limits::fits_cell(text)) {
            throw InputError(
                Finding{.severity = Severity::error,
                        .place = {m_source.file.written, cell.row, cell.column, m_sheet.name},
                        .found = fmt::format("a cell of more than {} characters",
                                             text::number(limits::cell_characters, 0)),
                        .expected = "at most as much as fits in a spreadsheet cell",
                        .help = "check its content"});
        }
        std::replace(text.begin(), text.end(), '\n', ' ');
        std::replace(text.begin(), text.end(), '\r', ' ');
        note(cell, record);
        if (is_hidden_by(cell.hidden, HiddenBy::column) && !reads_hidden()) return;
        m_grid.lines[m_line].cells[cell.column - 1] = std::move(text);
    }

    void note(const spreadsheet::Cell& cell, const CellRecord& record) {
        const auto address = [&] { return column_letters(cell.column) + std::to_string(cell.row); };
        if (is_hidden_by(cell.hidden, HiddenBy::row)) m_hidden_rows.insert(cell.row);
        if (is_hidden_by(cell.hidden, HiddenBy::filter)) m_filtered_rows.insert(cell.row);
        if (is_hidden_by(cell.hidden, HiddenBy::column)) m_hidden_columns.insert(cell.column);
        if (!record.mark.empty()) m_marks.add(fmt::format("{}: {}", address(), record.mark));
        if (record.hidden_by_format) m_blanked.add(address());
    }

    [[nodiscard]] bool reads_hidden() const { return m_source.hidden == HiddenCells::read; }

    void take_hidden_lines() {
        if (reads_hidden()) return;
        const auto is_hidden = [&](const Line& line) {
            const auto row = static_cast<std::uint32_t>(line.line);
            return m_hidden_rows.contains(row) || m_filtered_rows.contains(row);
        };
        for (const auto& line : m_grid.lines) {
            if (is_hidden(line)) m_grid.hidden.push_back(line);
        }
        std::erase_if(m_grid.lines, is_hidden);
    }

    void report() {
        const std::string way_out =
            reads_hidden() ? "" : "show them in the workbook, or read them: hidden = \"read\"";
        const std::string fate = reads_hidden() ? "read, as hidden = \"read\" asks" : "left out";
        const auto severity = reads_hidden() ? Severity::note : Severity::warning;
        Places columns;
        for (const auto column : m_hidden_columns) {
            columns.add(column_letters(column));
        }
        report(severity, rows_of(m_hidden_rows), "row", "hidden, and " + fate, way_out);
        report(severity, rows_of(m_filtered_rows), "row", "hidden by a filter, and " + fate,
               way_out);
        report(severity, columns, "column", "hidden, and " + fate, way_out);
        report(Severity::warning, m_blanked, "cell",
               "shown blank by the number format, and read as blank", "");
        report(Severity::note, m_marks, "cell", "followed by a raised footnote mark, left out", "");
        if (m_sheet.state != SheetState::visible) {
            m_grid.findings.push_back({.severity = severity,
                                       .place = {m_source.file.written, 0, 0, m_sheet.name},
                                       .found = "the sheet is hidden in the workbook"});
        }
    }

    void report(Severity severity, const Places& places, const char* what, const std::string& how,
                const std::string& help) {
        if (places.count() == 0) return;
        m_grid.findings.push_back(
            {.severity = severity,
             .place = {m_source.file.written, 0, 0, m_sheet.name},
             .found = fmt::format("{} {} {} ({})", text::with_count(places.count(), what),
                                  places.count() == 1 ? "is" : "are", how, places.text()),
             .help = help});
    }

    const Workbook& m_workbook;
    const Sheet& m_sheet;
    const TableSource& m_source;
    Grid m_grid;
    std::size_t m_line = 0; // of the last cell added
    Places m_marks;
    Places m_blanked;
    std::set<std::uint32_t> m_hidden_rows;
    std::set<std::uint32_t> m_filtered_rows;
    std::set<std::uint32_t> m_hidden_columns;
};

std::vector<std::string> names_of(const std::vector<const Sheet*>& sheets) {
    std::vector<std::string> names;
    names.reserve(sheets.size());
    for (const auto* const sheet : sheets) {
        names.push_back(sheet->name);
    }
    return names;
}

/// The non-empty sheets, visible or hidden.
std::vector<const Sheet*> filled_sheets(const Workbook& workbook, bool hidden) {
    std::vector<const Sheet*> sheets;
    for (const auto& sheet : workbook.sheets) {
        const bool is_hidden = sheet.state != SheetState::visible;
        if (is_hidden == hidden && !sheet.cells.empty()) sheets.push_back(&sheet);
    }
    return sheets;
}

bool holds_wanted(const Workbook& workbook, const Sheet& sheet, const TableSource& source) {
    if (source.wanted.empty()) return false;
    const auto grid = GridMaker(workbook, sheet, source).make();
    return try_find_header(grid.lines, source.wanted).has_value();
}

/// Refuses to choose among several sheets, naming the one that may be meant.
const Sheet& only_sheet(const Workbook& workbook, const TableSource& source) {
    const auto sheets = filled_sheets(workbook, false);
    const auto hidden = filled_sheets(workbook, true);
    if (sheets.size() == 1) return *sheets.front();
    if (sheets.empty() && !hidden.empty()) {
        refuse({source.file.written},
               fmt::format("every non-empty sheet is hidden: {}", text::some(names_of(hidden))),
               "a visible sheet",
               fmt::format("sheet = \"{}\" reads it nevertheless", hidden.front()->name));
    }
    if (sheets.empty()) refuse({source.file.written}, "every sheet is empty", "a table", "");
    std::vector<std::string> fitting;
    for (const auto* const sheet : sheets) {
        if (holds_wanted(workbook, *sheet, source)) fitting.push_back(sheet->name);
    }
    refuse({source.file.written},
           fmt::format("there are {} sheets: {}", sheets.size(), text::some(names_of(sheets))),
           "the name of one of them",
           fmt::format("sheet = \"{}\"{}",
                       fitting.size() == 1 ? fitting.front() : sheets.front()->name,
                       fitting.size() == 1 ? ", the only one with these columns" : ""));
}

const Sheet& named_sheet(const Workbook& workbook, const TableSource& source) {
    std::vector<std::string> names;
    for (const auto& sheet : workbook.sheets) {
        if (sheet.name == source.sheet) return sheet;
        names.push_back(sheet.name);
    }
    refuse({source.file.written}, fmt::format("there is no sheet {}", text::quoted(source.sheet)),
           "one of " + text::some(names, "or"), did_you_mean(source.sheet, names));
}

void report_hidden_sheets(const Workbook& workbook, const TableSource& source, Grid& grid) {
    const auto hidden = filled_sheets(workbook, true);
    if (hidden.empty() || !source.sheet.empty()) return;
    const bool one = hidden.size() == 1;
    grid.findings.push_back(
        {.severity = Severity::note,
         .place = {source.file.written},
         .found = fmt::format("{} {} hidden, and left out ({})",
                              text::with_count(hidden.size(), "sheet"), one ? "is" : "are",
                              text::some(names_of(hidden))),
         .help = fmt::format("sheet = \"{}\" would read {}", hidden.front()->name,
                             one ? "it" : "the first of them")});
}

} // namespace

bool is_workbook_file(const std::string& path) {
    constexpr std::array<std::string_view, 3> endings = {".xlsx", ".xlsm", ".ods"};
    const auto ending = std::filesystem::path(path).extension().string();
    return text::is_utf8(ending) &&
           std::find(endings.begin(), endings.end(), text::fold_case(ending)) != endings.end();
}

std::vector<std::string> workbook_sheets(const FilePath& file) {
    const auto workbook =
        spreadsheet::read_workbook({.path = file.resolved, .shown_as = file.written});
    return names_of(filled_sheets(workbook, false));
}

Grid read_workbook_grid(const TableSource& source) {
    const auto workbook = spreadsheet::read_workbook(
        {.path = source.file.resolved, .shown_as = source.file.written, .sheet = source.sheet});
    const auto& sheet =
        source.sheet.empty() ? only_sheet(workbook, source) : named_sheet(workbook, source);
    auto grid = GridMaker(workbook, sheet, source).make();
    report_hidden_sheets(workbook, source, grid);
    return grid;
}

} // namespace wardmap::tables
