// SPDX-License-Identifier: MIT
// Rows that name no ward of the boundaries: what they may be, and the way out. Private to join/.
#pragma once

#include <string>
#include <vector>

#include "join/key_columns.h"
#include "join/ward_index.h"

namespace wardmap::join {

struct Unmatched {
    std::size_t line = 0;
    std::string key;
    bool is_sum_of_others = false;
};

/// A fault for each of the first rows and one for the rest; one for all of them where most codes of
/// the table belong to other boundaries.
[[nodiscard]] Findings report_unmatched(const std::vector<Unmatched>& rows,
                                        const tables::Table& table, const KeyColumns& columns,
                                        const WardIndex& index, const WardSet& wards);

} // namespace wardmap::join
