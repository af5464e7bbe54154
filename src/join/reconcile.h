// SPDX-License-Identifier: MIT
// A totals row against the sum of its parts.
#pragma once

#include <string>
#include <vector>

#include "join/join.h"

namespace wardmap::join {

/// Compares `stated` with the cells. Missing wards count as nothing. The withheld figures are
/// narrowed to what the total leaves each: low = max(own low, residual - the others' highs), high =
/// min(own high, residual - the others' lows).
[[nodiscard]] Reconciliation reconcile(double stated, const std::vector<Cell>& cells);

/// What a reconciliation has to say: a total outside its interval; withheld figures that the total
/// gives away.
[[nodiscard]] Findings remarks(const Reconciliation& total, const std::string& file,
                               const WardSet& set);

} // namespace wardmap::join
