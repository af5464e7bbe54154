// SPDX-License-Identifier: MIT
// Tables from literals.
#pragma once

#include <string>
#include <vector>

#include "tables/table.h"

namespace wardmap::testing {

/// t.csv with its columns on line 1 and a row on each line below.
inline tables::Table table(const std::vector<std::string>& columns,
                           const std::vector<std::vector<std::string>>& rows) {
    tables::Table t;
    t.file = "t.csv";
    t.header_line = 1;
    t.columns = columns;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        t.rows.push_back({i + 2, rows[i]});
    }
    return t;
}

} // namespace wardmap::testing
