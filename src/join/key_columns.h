// SPDX-License-Identifier: MIT
// Which columns of a table name its wards.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "join/join.h"
#include "join/ward_index.h"

namespace wardmap::join {

struct KeyColumns {
    std::size_t key = 0;                 // rows are joined by this one
    std::vector<std::size_t> checks;     // columns that name the ward as well, and must agree
    std::optional<std::size_t> district; // column with the ward's district: a name counts within it
};

/// The columns that the request names; where it names none, the column that matches most wards by
/// code, else by name (said in a finding). Any other column most of whose cells name wards is a
/// check; one that names the
/// districts of most wards that are known by name alone is that of districts. Throws InputError
/// where no column matches any ward.
[[nodiscard]] KeyColumns find_key_columns(const tables::Table& table, const WardIndex& index,
                                          const WardSet& wards, const Request& request,
                                          Findings& findings);

} // namespace wardmap::join
