// SPDX-License-Identifier: MIT
// Detects added-up rows in which some wards have fewer periods than others. Private to join/.
#pragma once

#include <cstddef>
#include <vector>

#include "base/finding.h"
#include "join/double_counting.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::join {

/// For each column that looks like periods (months, quarters, years, weeks, days): the wards with
/// figures for fewer periods than others. A warning; an error if a ward lacks more than a quarter
/// of the periods. `taken`: the columns of keys and figures.
[[nodiscard]] Findings uneven_periods(const std::vector<AddedRow>& rows, const tables::Table& table,
                                      const WardSet& wards, const std::vector<std::size_t>& taken);

} // namespace wardmap::join
