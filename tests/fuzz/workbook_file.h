// SPDX-License-Identifier: MIT
// A workbook of given parts, read like a table.
#pragma once

#include <string>
#include <vector>

#include "fuzz/target.h"
#include "tables/workbook_grid.h"

namespace wardmap::testing {

/// Reads a workbook whole, and each of its visible sheets as a table's lines.
inline void read_as_tables(const std::string& bytes) {
    static const FuzzedFile file("fuzz.xlsx");
    file.write(bytes);
    tables::TableSource source;
    source.file = {"fuzz.xlsx", file.path()};
    std::vector<std::string> sheets;
    may_refuse([&] { sheets = tables::workbook_sheets(source.file); });
    for (const auto& sheet : sheets) {
        source.sheet = sheet;
        may_refuse([&] {
            std::size_t before = 0;
            for (const auto& line : tables::read_workbook_grid(source).lines) {
                must_hold(line.line > before, "lines are in order, from 1");
                before = line.line;
            }
        });
    }
}

} // namespace wardmap::testing
