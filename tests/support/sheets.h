// SPDX-License-Identifier: MIT
// The sheets of a workbook, for tests.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "tables/workbook_grid.h"

namespace wardmap::testing {

/// The visible non-empty sheets.
inline std::vector<std::string> sheets_of(const std::string& path) {
    return tables::workbook_sheets({path, path});
}

/// The lines of one sheet, each as wide as the widest.
inline std::vector<tables::Line> lines_of(const std::string& path, const std::string& sheet) {
    tables::TableSource source;
    source.file = {path, path};
    source.sheet = sheet;
    auto lines = tables::read_workbook_grid(source).lines;
    std::size_t width = 0;
    for (const auto& line : lines) {
        width = std::max(width, line.cells.size());
    }
    for (auto& line : lines) {
        line.cells.resize(width);
    }
    return lines;
}

} // namespace wardmap::testing
