// SPDX-License-Identifier: MIT
// Workbooks as values, and as XLSX. The only user of libxlsxwriter.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace wardmap::workbook {

/// A cell that links to the top of a sheet.
struct Link {
    std::string text;
    std::string sheet;
};

/// Numbers stay numbers; text stays text, even if it looks like a formula.
using Cell = std::variant<std::string, std::int64_t, double, Link>;

struct Column {
    std::string heading;     // unique within a table
    double width = 12;       // in characters
    int decimals = 0;        // of numbers as shown; values keep full precision
    bool is_number = false;  // the heading is at the right
    bool is_wrapped = false; // wrapped text
};

/// A named Excel table, so that screen readers find it.
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

/// `wanted` as a valid Excel sheet name (31 characters, none of []:*?/\), different from all in
/// `taken`, to which it is added.
[[nodiscard]] std::string sheet_name(const std::string& wanted, std::set<std::string>& taken);

/// `wanted` as a valid Excel table name: letters, digits and underscores, never like a cell
/// address.
[[nodiscard]] std::string table_name(const std::string& wanted, std::set<std::string>& taken);

/// The bytes of an XLSX; the same workbook gives the same bytes. Throws OutputError, also if a text
/// is longer than a cell can hold. Preconditions: those of the members.
[[nodiscard]] std::string to_xlsx(const Workbook& workbook);

/// For the manifest.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> library_versions();

} // namespace wardmap::workbook
