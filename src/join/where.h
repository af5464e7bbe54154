// SPDX-License-Identifier: MIT
// The rows of a long table that belong to one category.
#pragma once

#include <string>
#include <vector>

#include "tables/table.h"

namespace wardmap::join {

/// Rows with one of these texts in `column`, ignoring case.
struct Filter {
    std::string column;
    std::vector<std::string> values;
};

/// The table with the rows that match all filters. Rows with a blank in a filter's column are also
/// omitted. Throws InputError for a text that is not in the column, listing those that are.
[[nodiscard]] tables::Table rows_where(const tables::Table& table,
                                       const std::vector<Filter>& filters);

} // namespace wardmap::join
