// SPDX-License-Identifier: MIT
// Old workbooks (.xls), dBase files and databases as lines of text cells, through GDAL.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/finding.h"

namespace wardmap::gdal {

struct SheetRequest {
    std::string path;     // a file, or a connection such as "PG:dbname=crime"
    std::string shown_as; // how messages name it, without a password
    std::string sheet;    // of a workbook, or table of a database; empty: the only one
    std::string query;    // a SELECT for a database; empty: the whole table
    std::string encoding; // of a dBase file; empty: detected
};

struct SheetRow {
    std::size_t line = 0;           // from 1, as in a spreadsheet program
    std::vector<std::string> cells; // UTF-8, "" if empty
};

struct Sheet {
    std::string name;           // "" for a query
    bool is_workbook = false;   // cells have addresses such as C7
    std::vector<SheetRow> rows; // for a dBase file or a database, the first holds the names
    std::string encoding;       // "UTF-8", "CP850", ...
    Findings findings;          // a detected encoding
};

/// .xls.
[[nodiscard]] bool is_workbook(const std::string& path);
/// "PG:...", "MYSQL:...": a server, not a file.
[[nodiscard]] bool is_connection(const std::string& path);
/// A server, or a .gpkg or .sqlite file.
[[nodiscard]] bool is_database(const std::string& path);
/// Whether `read_sheet` reads it: an .xls workbook, a database or a .dbf file.
[[nodiscard]] bool is_attribute_table(const std::string& path);

/// The non-empty sheets, or the tables of a database. Throws InputError for a file that cannot be
/// opened: damaged, password-protected, not a workbook, or a server that does not answer.
[[nodiscard]] std::vector<std::string> sheet_names(const SheetRequest& request);

/// Reads one sheet, table or query; opens databases read-only and refuses any query but a SELECT.
/// Throws InputError with GDAL's reason. Not thread-safe. Precondition: `sheet` or `query` is
/// given, or there is one sheet only.
[[nodiscard]] Sheet read_sheet(const SheetRequest& request);

} // namespace wardmap::gdal
