// SPDX-License-Identifier: MIT
// Detects ranges such as 1-4 that a spreadsheet has converted to dates. Private to join/.
#pragma once

#include "join/join.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::join {

/// A warning for each joined figure that may be such a date: among figures of less than a twentieth
/// of it, a day of the years 2000 to 2030 as a spreadsheet's day number.
[[nodiscard]] Findings doubtful_dates(const JoinResult& joined, const tables::Table& table,
                                      const WardSet& wards);

} // namespace wardmap::join
