// SPDX-License-Identifier: MIT
// Suppressed figures of a publisher that can be narrowed from others of the same ward. Private to
// study/.
#pragma once

#include <cstddef>
#include <vector>

#include "base/finding.h"
#include "study/disclosure/linked_figures.h"

namespace wardmap {

struct WardSet;

/// For the analyst, one entry per member: a warning for each ward in which the other figures narrow
/// the suppressed one further than its mark. If the parts of a whole add up to it in all wards with
/// figures, and in at least four, they are assumed to do so where some are suppressed.
[[nodiscard]] std::vector<Findings> marks_that_follow(const LinkedFigures& linked,
                                                      const WardSet& wards);

} // namespace wardmap
