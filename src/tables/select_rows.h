// SPDX-License-Identifier: MIT
// The distinct texts of a column of a long table: its types, or its periods.
#pragma once

#include <string>
#include <vector>

#include "tables/table.h"

namespace wardmap::tables {

/// The distinct texts of a column, sorted.
[[nodiscard]] std::vector<std::string> texts_of(const Table& table, const std::string& column);

} // namespace wardmap::tables
