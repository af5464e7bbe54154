// SPDX-License-Identifier: MIT
// Finds the columns of a table that name its wards.
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
    std::size_t key = 0;             // rows are joined by this one
    std::vector<std::size_t> checks; // columns that also name the ward and must agree
    std::optional<std::size_t>
        district; // column with the ward's district, within which names apply
    std::optional<std::size_t>
        codes; // column with codes of the wards' kind that are not of these wards
};

/// The requested columns; by default the column that matches most wards by code, else by name
/// (reported in a finding). Another column is a check if most of its cells name wards and either
/// most of these agree with the key, or it has a distinct text for each ward; a column of head
/// towns or parents does neither. A column is that of districts if it names the districts of most
/// wards identified by name alone. Throws InputError if no column matches any ward.
[[nodiscard]] KeyColumns find_key_columns(const tables::Table& table, const WardIndex& index,
                                          const WardSet& wards, const Request& request,
                                          Findings& findings);

} // namespace wardmap::join
