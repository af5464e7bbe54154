// SPDX-License-Identifier: MIT
// Which columns of a table name its wards.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "join/join.h"
#include "join/ward_index.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::join {

struct KeyColumns {
    std::size_t key = 0;                 // rows are joined by this one
    std::vector<std::size_t> checks;     // columns that name the ward as well, and must agree
    std::optional<std::size_t> district; // column with the ward's district: a name counts within it
    std::optional<std::size_t> codes;    // column of codes of the wards' kind that are none of them
};

/// The columns that the request names; where it names none, the column that matches most wards by
/// code, else by name (said in a finding). Another column is a check if most of its cells name
/// wards and either most of these are the same ones as the key's, or it has a text of its own for
/// each ward: a column that holds head towns or parents is neither. One that names the districts of
/// most wards that are known by name alone is that of districts. Throws InputError if no column
/// matches any ward.
[[nodiscard]] KeyColumns find_key_columns(const tables::Table& table, const WardIndex& index,
                                          const WardSet& wards, const Request& request,
                                          Findings& findings);

} // namespace wardmap::join
