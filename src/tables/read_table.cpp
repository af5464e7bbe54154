// SPDX-License-Identifier: MIT
#include "tables/read_table.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/pattern.h"
#include "base/text.h"
#include "tables/find_header.h"
#include "tables/grid.h"

namespace wardmap::tables {
namespace {

/// "Source:", "Notes", "Source: Kent Police".
bool begins_note(const std::string& cell) {
    static const Pattern word(R"((sources?|notes?)[\s\v]*(\d*[\s\v]*:.*)?)",
                              Pattern::Case::ignored);
    return word.fits(cell);
}

/// A line below the header that is a note, not a row: one filled cell at its start that is long or
/// marked, or "Source:" with its text in another cell.
bool is_footnote(const Line& line) {
    const auto first = std::find_if(line.cells.begin(), line.cells.end(),
                                    [](const std::string& cell) { return !cell.empty(); });
    if (first != line.cells.end() && filled(line) <= 2 && begins_note(*first)) return true;
    if (filled(line) != 1) return false;
    const auto text = whole_text(line);
    constexpr std::size_t long_text = 40;
    return text.starts_with('*') || text.starts_with('[') || text.size() > long_text ||
           text.ends_with('.') || text::fold_case(text).starts_with("source") ||
           text::fold_case(text).starts_with("note");
}

/// "number", "per 1,000", "%": units below the header, with a blank where rows have their name.
bool is_units(const Line& line, const Header& header) {
    const auto named = std::find_if(header.columns.begin(), header.columns.end(),
                                    [](const auto& c) { return !c.starts_with("column "); });
    const auto key = static_cast<std::size_t>(named - header.columns.begin());
    const bool unnamed = key >= line.cells.size() || line.cells[key].empty();
    if (!unnamed || filled(line) == 0) return false;
    return std::all_of(line.cells.begin(), line.cells.end(), [](const std::string& cell) {
        const bool letter = std::any_of(cell.begin(), cell.end(), [](unsigned char c) {
            return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        });
        const bool mark = cell.size() <= 1 && cell != "%" && cell != "n" && cell != "N";
        return cell.empty() || cell == "%" || cell == "£" || (letter && !mark);
    });
}

void take_columns(const Header& header, const TableSource& source, Table& table) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        std::string name = header.columns[i];
        const bool wanted =
            std::any_of(source.wanted.begin(), source.wanted.end(),
                        [&](const auto& w) { return fold_column(w) == fold_column(name); });
        if (!seen.insert(fold_column(name)).second) {
            if (wanted) {
                throw InputError(Finding{
                    .severity = Severity::error,
                    .place = table.at(table.header_line),
                    .found = fmt::format("two columns have the name {}", text::quoted(name)),
                    .expected = "a unique name for each column",
                    .help = "rename one of them; below a line of years, name the year "
                            "too: value = \"2014 ASB\""});
            }
            name += fmt::format(" ({})", i + 1);
        }
        table.columns.push_back(std::move(name));
    }
}

void take_row(Line& line, Table& table, Findings& faults) {
    auto cells = std::move(line.cells);
    const bool too_long =
        cells.size() > table.columns.size() &&
        std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(table.columns.size()), cells.end(),
                    [](const std::string& c) { return !c.empty(); });
    if (too_long) {
        faults.push_back({.severity = Severity::error,
                          .place = table.at(line.line),
                          .found = fmt::format("the row has {} cells, the header {}", cells.size(),
                                               table.columns.size()),
                          .expected = "as many cells as columns",
                          .help =
                              "put quotation marks around a cell that holds the delimiter, such as "
                              "\"1,234\"",
                          .kind = "rows have more cells than the header"});
        return;
    }
    cells.resize(table.columns.size());
    table.rows.push_back({line.line, std::move(cells)});
}

void take_lines(Grid& grid, const Header& header, Table& table) {
    Findings faults;
    for (std::size_t i = 0; i < grid.lines.size(); ++i) {
        stop_if_interrupted();
        auto& line = grid.lines[i];
        if (i >= header.first && i <= header.last) continue;
        if (is_blank(line)) {
            table.asides.push_back({NonDataLine::Kind::blank, line.line, ""});
        } else if (i < header.first) {
            table.asides.push_back({NonDataLine::Kind::title, line.line, whole_text(line)});
        } else if (table.rows.empty() && is_units(line, header)) {
            table.asides.push_back({NonDataLine::Kind::units, line.line, whole_text(line)});
        } else if (is_footnote(line)) {
            table.asides.push_back({NonDataLine::Kind::footnote, line.line, whole_text(line)});
        } else {
            take_row(line, table, faults);
        }
    }
    stop_on_errors(faults);
}

/// Adds hidden rows of the workbook to the lines that are not data.
void take_hidden(const Grid& grid, Table& table) {
    if (grid.hidden.empty()) return;
    for (const auto& line : grid.hidden) {
        table.asides.push_back({NonDataLine::Kind::hidden, line.line, whole_text(line)});
    }
    std::sort(table.asides.begin(), table.asides.end(),
              [](const NonDataLine& a, const NonDataLine& b) { return a.line < b.line; });
}

Table table_of(Grid grid, const Header& header, const TableSource& source) {
    Table table;
    table.file = source.file.written;
    table.encoding = std::move(grid.encoding);
    table.delimiter = grid.delimiter;
    table.sheet = grid.sheet;
    table.is_workbook = grid.is_workbook;
    table.first_column = grid.first_column;
    table.findings = std::move(grid.findings);
    table.header_line = grid.lines[header.last].line;
    take_columns(header, source, table);
    take_lines(grid, header, table);
    take_hidden(grid, table);
    if (table.rows.empty()) {
        throw InputError(Finding{.severity = Severity::error,
                                 .place = table.at(table.header_line),
                                 .found = "the table has a header and no rows",
                                 .expected = "a row for each area"});
    }
    return table;
}

} // namespace

Place Table::at(std::size_t line, std::optional<std::size_t> column_index) const {
    return {file, line, column_index ? *column_index + first_column : 0, is_workbook ? sheet : ""};
}

std::optional<std::size_t> Table::column(std::string_view name) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] == name) return i;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (fold_column(columns[i]) == fold_column(name)) return i;
    }
    return std::nullopt;
}

Table read_table(const TableSource& source) {
    auto grid = read_grid(source);
    const auto header = find_header(grid, source);
    return table_of(std::move(grid), header, source);
}

Table read_unknown_table(const TableSource& source,
                         const std::function<bool(const std::string&)>& names_ward) {
    auto grid = read_grid(source);
    const auto header = guess_header(grid, names_ward);
    if (!header) {
        throw InputError(
            Finding{.severity = Severity::error,
                    .place = {source.file.written, 0, 0, grid.is_workbook ? grid.sheet : ""},
                    .found = "no line names an area of the boundaries",
                    .expected = "a table of the same areas"});
    }
    return table_of(std::move(grid), *header, source);
}

} // namespace wardmap::tables
