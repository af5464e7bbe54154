// SPDX-License-Identifier: MIT
// A totals row against the sum of its parts.
#pragma once

#include <string>
#include <vector>

#include "join/join.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::join {

/// Compares `stated` with the cells of these wards (none: all cells). Missing wards count as
/// nothing. The withheld figures are narrowed to what the total leaves each: low = max(own low,
/// residual - the others' highs), high = min(own high, residual - the others' lows). Where the
/// publisher rounded to `rounded_to`, each known figure and the total may be off by half of it.
[[nodiscard]] Reconciliation reconcile(double stated, const std::vector<Cell>& cells,
                                       const std::vector<std::size_t>& wards = {},
                                       double rounded_to = 0);

/// What a reconciliation has to say: a total outside its interval; withheld figures that the total
/// gives away.
[[nodiscard]] Findings remarks(const Reconciliation& total, const Place& place, const WardSet& set);

} // namespace wardmap::join
