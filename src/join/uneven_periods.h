// SPDX-License-Identifier: MIT
// Rows of several periods, added up, of which some wards have fewer. Private to join/.
#pragma once

#include <cstddef>
#include <vector>

#include "base/finding.h"
#include "join/double_counting.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::join {

/// For each column of periods (months, quarters, years, weeks, days by the look of their texts):
/// the wards that have figures of fewer periods than others. A warning; an error if a ward lacks
/// more than a quarter of the periods. `taken` are the columns of keys and figures.
[[nodiscard]] Findings uneven_periods(const std::vector<AddedRow>& rows, const tables::Table& table,
                                      const WardSet& wards, const std::vector<std::size_t>& taken);

} // namespace wardmap::join
