// SPDX-License-Identifier: MIT
// The rows of a long table that belong to one category.
#pragma once

#include <vector>

#include "join/filter.h"
#include "tables/table.h"

namespace wardmap::join {

/// The table with the rows that match all filters. Rows with a blank in a filter's column are also
/// omitted. Throws InputError for a text that is not in the column, listing those that are.
[[nodiscard]] tables::Table rows_where(const tables::Table& table,
                                       const std::vector<Filter>& filters);

} // namespace wardmap::join
