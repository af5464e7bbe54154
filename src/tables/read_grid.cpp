// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "base/input_file.h"
#include "base/limits.h"
#include "base/plain_text.h"
#include "base/refuse.h"
#include "base/shown.h"
#include "base/text.h"
#include "gdal/attribute_table.h"
#include "tables/cell_record.h"
#include "tables/decode.h"
#include "tables/find_header.h"
#include "tables/grid.h"
#include "tables/range.h"
#include "tables/read_table.h"
#include "tables/split_csv.h"
#include "tables/workbook_grid.h"

namespace wardmap::tables {
namespace {

namespace fs = std::filesystem;

constexpr const char* a_table = "a table (CSV, XLSX, ODS, XLS, DBF or a database)";

void check_file(const TableSource& source) {
    const bool database = gdal::is_database(source.file.resolved);
    check_input_file({source.file.resolved, source.file.written, a_table,
                      database ? limits::database_bytes : limits::table_bytes, "",
                      "sum the records by area first"});
}

/// Unwraps ="E05000001", which protects codes from a spreadsheet's guesses, and removes superscript
/// footnote marks after a figure or name.
void read_records(Grid& grid, const TableSource& source) {
    std::size_t marks = 0;
    std::string first;
    for (auto& line : grid.lines) {
        for (auto& cell : line.cells) {
            const bool plain = cell.empty() || (cell.front() != '=' &&
                                                static_cast<unsigned char>(cell.back()) < 0x80);
            if (plain) continue;
            auto record = read_text_cell(cell);
            if (!record.mark.empty() && ++marks == 1) {
                first = fmt::format("line {}: {}", line.line, text::quoted(cell));
            }
            cell = text::trimmed(record.figure);
        }
    }
    if (marks == 0) return;
    grid.findings.push_back(
        {.severity = Severity::note,
         .place = {source.file.written},
         .found = fmt::format("{} {} followed by a raised footnote mark, left out ({}{})",
                              text::with_count(marks, "cell"), marks == 1 ? "is" : "are", first,
                              marks == 1 ? "" : ", ...")});
}

Grid read_text(const TableSource& source) {
    auto bytes = read_input_file({source.file.resolved, source.file.written, a_table,
                                  limits::table_bytes, "", "sum the records by area first"});
    if (text::trimmed(bytes).empty()) {
        refuse({source.file.written}, "the file is empty", "a header and rows",
               "export the table again");
    }
    for (const auto& [key, given] : {std::pair{"sheet", source.sheet}, {"query", source.query}}) {
        if (given.empty()) continue;
        refuse({source.file.written}, fmt::format("a {} is given, but this is a text file", key),
               std::string(key) == "sheet" ? "a workbook or a database" : "a database",
               fmt::format("leave {} out", key));
    }
    Grid grid;
    const auto decoded =
        decode(std::move(bytes), source.encoding, source.file.written, grid.findings);
    grid.encoding = decoded.encoding;
    grid.delimiter =
        source.delimiter.empty() ? guess_delimiter(decoded.text) : source.delimiter.front();
    grid.lines =
        split_csv(text::without_controls(decoded.text), grid.delimiter, source.file.written);
    read_records(grid, source);
    return grid;
}

Grid grid_of(gdal::Sheet sheet) {
    Grid grid;
    grid.encoding = sheet.encoding;
    grid.sheet = sheet.name;
    grid.is_workbook = sheet.is_workbook;
    grid.findings = std::move(sheet.findings);
    for (auto& row : sheet.rows) {
        for (auto& cell : row.cells) {
            cell = text::trimmed(text::without_controls(cell));
            std::replace(cell.begin(), cell.end(), '\n', ' ');
            std::replace(cell.begin(), cell.end(), '\r', ' ');
        }
        grid.lines.push_back({row.line, std::move(row.cells)});
    }
    return grid;
}

/// The name of the only table of a database, or sheet of an .xls; refuses to choose among several.
void settle_sheet(gdal::SheetRequest& request, const TableSource& source) {
    const auto names = gdal::sheet_names(request);
    const std::string kind = gdal::is_workbook(request.path) ? "sheet" : "table";
    if (names.empty())
        refuse({source.file.written}, fmt::format("every {} is empty", kind), a_table);
    if (names.size() > 1) {
        refuse({source.file.written},
               fmt::format("there are {} {}s: {}", names.size(), kind, text::some(names)),
               "the name of one of them", fmt::format("sheet = \"{}\"", names.front()));
    }
    request.sheet = names.front();
}

/// Refuses keys that do not apply to this kind of file.
void check_keys(const TableSource& source) {
    const bool workbook = is_workbook_file(source.file.resolved);
    if (source.hidden == HiddenCells::read && !workbook) {
        refuse({source.file.written}, "hidden is given, but only .xlsx and .ods have hidden cells",
               "a workbook", "leave hidden out");
    }
    if (!source.query.empty() && !source.sheet.empty()) {
        refuse({source.file.written}, "both sheet and query are given", "one of them");
    }
    if (!source.query.empty() && workbook) {
        refuse({source.file.written}, "a query is given for a file that is not a database",
               "a table without query", "query belongs to .gpkg, .sqlite, PG: and other databases");
    }
    const auto ending = fs::path(source.file.resolved).extension().string();
    const bool is_dbf = ending == ".dbf" || ending == ".DBF";
    const bool states_own = workbook || gdal::is_attribute_table(source.file.resolved);
    if (!source.encoding.empty() && states_own && !is_dbf) {
        refuse({source.file.written}, "an encoding is given, but this file states its own",
               "encoding only for text and dBase files", "leave encoding out");
    }
}

Grid read_attributes(const TableSource& source) {
    gdal::SheetRequest request{source.file.resolved, source.file.written, source.sheet,
                               source.query, source.encoding};
    if (source.sheet.empty() && source.query.empty()) settle_sheet(request, source);
    auto grid = grid_of(gdal::read_sheet(request));
    if (gdal::is_workbook(source.file.resolved)) {
        grid.findings.push_back(
            {.severity = Severity::warning,
             .place = {source.file.written},
             .found = "an .xls workbook is read without its display: formulas are blank, number "
                      "formats and superscripts are ignored, hidden rows are read",
             .help = "save it as .xlsx"});
    }
    return grid;
}

void crop(Grid& grid, const TableSource& source) {
    const auto range = parse_range(source.range);
    if (!range) {
        refuse({source.file.written},
               fmt::format("{} is not a range of cells", text::quoted(source.range)), "two corners",
               "range = \"A3:F30\"");
    }
    std::erase_if(grid.lines, [&](const Line& line) {
        return line.line < range->first_row ||
               (range->last_row != 0 && line.line > range->last_row);
    });
    for (auto& line : grid.lines) {
        line.cells.resize(std::min(line.cells.size(), range->last_column));
        const auto skipped = std::min(line.cells.size(), range->first_column - 1);
        line.cells.erase(line.cells.begin(),
                         line.cells.begin() + static_cast<std::ptrdiff_t>(skipped));
    }
    grid.first_column = range->first_column;
    if (std::all_of(grid.lines.begin(), grid.lines.end(), is_blank)) {
        refuse({source.file.written}, fmt::format("the range {} is empty", source.range),
               "the cells of the table", "check the sheet, and correct range");
    }
}

} // namespace

bool is_blank(const Line& line) {
    return filled(line) == 0;
}

std::size_t filled(const Line& line) {
    return static_cast<std::size_t>(std::count_if(line.cells.begin(), line.cells.end(),
                                                  [](const std::string& c) { return !c.empty(); }));
}

std::string whole_text(const Line& line) {
    std::vector<std::string> parts;
    for (const auto& cell : line.cells) {
        if (!cell.empty()) parts.push_back(cell);
    }
    return text::join(parts, " ");
}

std::vector<std::string> sheet_names(const FilePath& file) {
    if (is_workbook_file(file.resolved)) return workbook_sheets(file);
    const bool several = gdal::is_workbook(file.resolved) || gdal::is_database(file.resolved);
    if (!several) return {};
    return gdal::sheet_names({file.resolved, file.written, "", "", ""});
}

Grid read_grid(const TableSource& source) {
    if (!gdal::is_connection(source.file.resolved)) check_file(source);
    check_keys(source);
    auto grid = is_workbook_file(source.file.resolved)           ? read_workbook_grid(source)
                : gdal::is_attribute_table(source.file.resolved) ? read_attributes(source)
                                                                 : read_text(source);
    if (!source.range.empty()) crop(grid, source);
    return grid;
}

} // namespace wardmap::tables
