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

/// Compares `stated` with the cells of these wards (none: all cells). Missing wards count as zero.
/// Suppressed figures are narrowed to the interval implied by the total: low = max(own low,
/// residual - the others' highs), high = min(own high, residual - the others' lows). If the
/// publisher rounded to `rounded_to`, each known figure and the total may be off by half of it.
[[nodiscard]] Reconciliation reconcile(double stated, const std::vector<Cell>& cells,
                                       const std::vector<std::size_t>& wards = {},
                                       double rounded_to = 0);

/// Findings of a reconciliation: a total outside its interval; suppressed figures disclosed by the
/// total.
[[nodiscard]] Findings reconciliation_findings(const Reconciliation& total, const Place& place,
                                               const WardSet& set);

} // namespace wardmap::join
