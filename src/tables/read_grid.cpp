// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/input_file.h"
#include "base/limits.h"
#include "base/plain_text.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "gdal/attribute_table.h"
#include "tables/decode.h"
#include "tables/find_header.h"
#include "tables/grid.h"
#include "tables/range.h"
#include "tables/read_table.h"
#include "tables/split_csv.h"

namespace wardmap::tables {
namespace {

namespace fs = std::filesystem;

constexpr const char* a_table = "a table (CSV, XLSX, ODS, XLS, DBF or a database)";

[[noreturn]] void refuse(const std::string& shown_as, std::string found, std::string expected,
                         std::string help = "") {
    throw InputError(Finding{.severity = Severity::error,
                             .place = {shown_as},
                             .found = std::move(found),
                             .expected = std::move(expected),
                             .help = std::move(help)});
}

void check_file(const TableSource& source) {
    const bool database = gdal::is_database(source.file.resolved);
    check_input_file({source.file.resolved, source.file.written, a_table,
                      database ? limits::database_bytes : limits::table_bytes, "",
                      "sum the records by area first"});
}

Grid read_text(const TableSource& source) {
    auto bytes = read_input_file({source.file.resolved, source.file.written, a_table,
                                  limits::table_bytes, "", "sum the records by area first"});
    if (text::trimmed(bytes).empty()) {
        refuse(source.file.written, "the file is empty", "a header and rows",
               "export the table again");
    }
    for (const auto& [key, given] : {std::pair{"sheet", source.sheet}, {"query", source.query}}) {
        if (given.empty()) continue;
        refuse(source.file.written, fmt::format("a {} is given, but this is a text file", key),
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

bool holds_wanted(const gdal::SheetRequest& request, const TableSource& source) {
    if (source.wanted.empty()) return false;
    const auto grid = grid_of(gdal::read_sheet(request));
    return look_for_header(grid.lines, source.wanted).has_value();
}

/// Refuses to choose among several sheets, and says which of them could be meant.
void settle_sheet(gdal::SheetRequest& request, const TableSource& source) {
    const auto names = gdal::sheet_names(request);
    const std::string kind = gdal::is_workbook(request.path) ? "sheet" : "table";
    if (names.empty()) refuse(source.file.written, fmt::format("every {} is empty", kind), a_table);
    if (names.size() == 1) {
        request.sheet = names.front();
        return;
    }
    std::vector<std::string> fitting;
    for (const auto& name : names) {
        request.sheet = name;
        if (kind == "sheet" && holds_wanted(request, source)) fitting.push_back(name);
    }
    refuse(source.file.written,
           fmt::format("there are {} {}s: {}", names.size(), kind, text::some(names)),
           "the name of one of them",
           fmt::format("sheet = \"{}\"{}", fitting.size() == 1 ? fitting.front() : names.front(),
                       fitting.size() == 1 ? ", the only one with these columns" : ""));
}

Grid read_attributes(const TableSource& source) {
    gdal::SheetRequest request{source.file.resolved, source.file.written, source.sheet,
                               source.query, source.encoding};
    if (!source.query.empty() && !source.sheet.empty()) {
        refuse(source.file.written, "both sheet and query are given", "one of them");
    }
    if (!source.encoding.empty() &&
        !fs::path(source.file.resolved).extension().string().ends_with("bf") &&
        !fs::path(source.file.resolved).extension().string().ends_with("BF")) {
        refuse(source.file.written, "an encoding is given, but this file states its own",
               "encoding only for text and dBase files", "leave encoding out");
    }
    if (source.sheet.empty() && source.query.empty()) settle_sheet(request, source);
    auto grid = grid_of(gdal::read_sheet(request));
    if (text::fold_case(fs::path(source.file.resolved).extension().string()) == ".xls") {
        grid.findings.push_back(
            {.severity = Severity::warning,
             .place = {source.file.written},
             .found = "formulas of an .xls workbook cannot be read: their cells come in "
                      "blank",
             .help = "save it as .xlsx if it has formulas"});
    }
    return grid;
}

void crop(Grid& grid, const TableSource& source) {
    const auto range = parse_range(source.range);
    if (!range) {
        refuse(source.file.written,
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
        refuse(source.file.written, fmt::format("the range {} is empty", source.range),
               "the cells of the table", "look at the sheet, and correct range");
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

Grid read_grid(const TableSource& source) {
    if (!gdal::is_connection(source.file.resolved)) check_file(source);
    auto grid = gdal::is_attribute_table(source.file.resolved) ? read_attributes(source)
                                                               : read_text(source);
    if (!source.range.empty()) crop(grid, source);
    return grid;
}

} // namespace wardmap::tables
