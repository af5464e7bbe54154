// SPDX-License-Identifier: MIT
// The hotspot figures of one category as columns of the ward table.
#pragma once

#include <vector>

#include "data/columns.h"

namespace wardmap {
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::data {

/// Reading, evidence, every test and one sentence for each ward. A figure that depends on a
/// suppressed count is null, or the end of an interval if the column says so.
void add_hotspots(const StudyArea& study, const CategoryResult& category,
                  std::vector<Column>& columns);

} // namespace wardmap::data
