// SPDX-License-Identifier: MIT
// The rows of a long table that belong to one category.
#pragma once

#include <vector>

#include "join/filter.h"
#include "tables/table.h"

namespace wardmap::join {

/// The table with the rows that fit all filters. Rows that name nothing in a filter's column are
/// left out too. Throws InputError for a text that the column never holds, with those that it does.
[[nodiscard]] tables::Table rows_where(const tables::Table& table,
                                       const std::vector<Filter>& filters);

} // namespace wardmap::join
