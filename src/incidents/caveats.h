// SPDX-License-Identifier: MIT
// Caveats about the incidents behind the counts.
#pragma once

#include "base/finding.h"
#include "incidents/count.h"
#include "incidents/periods.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::incidents {

/// Rows that could not be counted, points that represent places, nearby borders, missing months,
/// types that changed their meaning: each only if it matters. Warnings, and notes on matters that
/// change no figure.
[[nodiscard]] Findings caveats(const Count& count, const WardSet& wards, Step step);

} // namespace wardmap::incidents
