// SPDX-License-Identifier: MIT
// The column of a table with the larger area that contains each of its areas. Private to join/.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "join/join.h"
#include "join/key_columns.h"

namespace wardmap::join {

struct ParentColumn {
    std::size_t column = 0;
    std::set<std::string> own;          // parents of the wards, folded
    std::vector<std::string> own_texts; // the same as in the table, without duplicates
};

/// The column of words or codes with few distinct texts in the rows of wards (at most one for every
/// three), and other texts in at least half of the other rows; of several, the one with fewest
/// texts, names before codes. Nothing if there is none, or every row names a ward.
[[nodiscard]] std::optional<ParentColumn>
find_parent_column(const tables::Table& table, const KeyColumns& columns, const Request& request,
                   const std::vector<const tables::Row*>& rows_of_wards);

} // namespace wardmap::join
