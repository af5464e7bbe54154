// SPDX-License-Identifier: MIT
// Workbooks as values, and as XLSX. The only place that knows libxlsxwriter.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace wardmap::workbook {

/// A cell that leads to the top of a sheet.
struct Link {
    std::string text;
    std::string sheet;
};

/// Numbers stay numbers; text stays text, also if it looks like a formula.
using Cell = std::variant<std::string, std::int64_t, double, Link>;

struct Column {
    std::string heading;     // each of a table once
    double width = 12;       // in characters
    int decimals = 0;        // of numbers as shown; all of them are kept
    bool is_number = false;  // the heading is at the right
    bool is_wrapped = false; // text over several lines
};

/// A table of Excel's own, with a name, so that programs for blind readers find it.
struct Table {
    std::string name;
    std::vector<Column> columns;         // at least one
    std::vector<std::vector<Cell>> rows; // at least one; a cell for each column
};

/// A title in the first cell, lines of text below it, then one table. Nothing is merged, hidden,
/// frozen or left blank.
struct Sheet {
    std::string name;
    std::string title;
    std::vector<std::string> lines;
    Table table;
};

struct Workbook {
    std::string title;
    std::string subject;
    std::string author;
    std::string language = "en-GB";
    std::vector<Sheet> sheets;
};

/// `wanted` as Excel allows it for a sheet (31 characters, none of []:*?/\), other than all `taken`
/// ones, to which it is added.
[[nodiscard]] std::string sheet_name(const std::string& wanted, std::set<std::string>& taken);

/// `wanted` as Excel allows it for a table: letters, digits and underscores, never like a cell's
/// address.
[[nodiscard]] std::string table_name(const std::string& wanted, std::set<std::string>& taken);

/// The bytes of an XLSX; the same workbook gives the same bytes. Throws OutputError, also where a
/// text is longer than a cell may hold. Preconditions: those of the members.
[[nodiscard]] std::string to_xlsx(const Workbook& workbook);

/// For the manifest.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> library_versions();

} // namespace wardmap::workbook
