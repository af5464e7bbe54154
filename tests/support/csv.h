// SPDX-License-Identifier: MIT
// Reference figures: small CSV files with a header line, quotes and no commas within cells; and CSV
// as published.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <utility>
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

/// CSV with quotes as in RFC 4180; without a byte-order mark.
inline std::vector<std::vector<std::string>> csv_lines(const std::string& text) {
    std::vector<std::vector<std::string>> lines;
    std::vector<std::string> line;
    std::string cell;
    bool quoted = false;
    for (std::size_t i = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += text[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n')) {
            line.push_back(std::exchange(cell, ""));
            if (c == '\n') lines.push_back(std::exchange(line, {}));
        } else if (quoted || c != '\r') {
            cell += c;
        }
    }
    return lines;
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
