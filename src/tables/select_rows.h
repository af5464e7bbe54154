// SPDX-License-Identifier: MIT
// The different texts of a column of a long table: its kinds, or its periods.
#pragma once

#include <string>
#include <vector>

#include "tables/table.h"

namespace wardmap::tables {

/// The different texts of a column, sorted.
[[nodiscard]] std::vector<std::string> texts_of(const Table& table, const std::string& column);

} // namespace wardmap::tables
