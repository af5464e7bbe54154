// SPDX-License-Identifier: MIT
// Some rows of a long table: those of one kind, or of one period.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tables/table.h"

namespace wardmap::tables {

/// The rows whose cells in the named columns are these texts (case and blanks folded). Throws
/// InputError for a column that is not there, and where no row is left (with the nearest text of
/// the column).
[[nodiscard]] Table rows_where(const Table& table, const std::map<std::string, std::string>& where);

/// The different texts of a column, sorted.
[[nodiscard]] std::vector<std::string> texts_of(const Table& table, const std::string& column);

} // namespace wardmap::tables
