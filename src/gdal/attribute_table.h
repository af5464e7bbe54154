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
    std::size_t line = 0;           // from 1, as a spreadsheet program numbers it
    std::vector<std::string> cells; // UTF-8, "" if there is nothing
};

struct Sheet {
    std::string name;           // "" of a query
    bool is_workbook = false;   // cells have addresses such as C7
    std::vector<SheetRow> rows; // of a dBase file or a database the first holds the names
    std::string encoding;       // "UTF-8", "CP850", ...
    Findings findings;          // a detected encoding
};

/// .xls.
[[nodiscard]] bool is_workbook(const std::string& path);
/// "PG:...", "MYSQL:...": a server, not a file.
[[nodiscard]] bool is_connection(const std::string& path);
/// A server, or a .gpkg or .sqlite file.
[[nodiscard]] bool is_database(const std::string& path);
/// An .xls workbook, a database, or a .dbf file: what `read_sheet` reads.
[[nodiscard]] bool is_attribute_table(const std::string& path);

/// The sheets that hold anything, or the tables of a database. Throws InputError for a file that
/// cannot be opened: damaged, behind a password, no workbook at all, a server that does not answer.
[[nodiscard]] std::vector<std::string> sheet_names(const SheetRequest& request);

/// Reads one sheet, table or query; opens databases for reading only and refuses a query that is no
/// SELECT. Throws InputError with GDAL's reason. Not thread-safe.
/// Precondition: `sheet` or `query` is given, or there is one sheet only.
[[nodiscard]] Sheet read_sheet(const SheetRequest& request);

} // namespace wardmap::gdal
