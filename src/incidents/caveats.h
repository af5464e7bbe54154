// SPDX-License-Identifier: MIT
// What a reader of the counts must know of the incidents behind them.
#pragma once

#include "base/finding.h"
#include "incidents/count.h"
#include "incidents/periods.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::incidents {

/// Rows that could not be counted, points that are those of places, borders nearby, months that
/// lack, types that changed their meaning: each only where it matters. Warnings, and notes on what
/// changes no figure.
[[nodiscard]] Findings caveats(const Count& count, const WardSet& wards, Step step);

} // namespace wardmap::incidents
