// SPDX-License-Identifier: MIT
// Reference figures: small CSV files with a header line, quotes and no commas within cells.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "support/files.h"

namespace wardmap::testing {

using CsvRow = std::map<std::string, std::string>;

inline std::vector<std::string> csv_cells(std::string line) {
    std::erase(line, '"');
    std::erase(line, '\r');
    std::vector<std::string> cells;
    std::istringstream in(line);
    std::string cell;
    while (std::getline(in, cell, ',')) {
        cells.push_back(cell);
    }
    return cells;
}

inline std::vector<CsvRow> csv_rows(const std::string& path) {
    std::istringstream in(read_file(path));
    std::string line;
    std::getline(in, line);
    const auto header = csv_cells(line);
    std::vector<CsvRow> rows;
    while (std::getline(in, line)) {
        const auto cells = csv_cells(line);
        CsvRow row;
        for (std::size_t i = 0; i < header.size() && i < cells.size(); ++i) {
            row[header[i]] = cells[i];
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace wardmap::testing
