// SPDX-License-Identifier: MIT
// Figures that a publisher withheld and that others of the same ward narrow. Private to study/.
#pragma once

#include <cstddef>
#include <vector>

#include "base/finding.h"
#include "study/disclosure/linked_figures.h"

namespace wardmap {

struct WardSet;

/// For the analyst: of each member a warning for each ward whose withheld figure the other figures
/// leave fewer values than its mark, one entry per member. If the parts of a whole add up to it in
/// all wards with figures, and in four at least, they do so where some are withheld.
[[nodiscard]] std::vector<Findings> marks_that_follow(const LinkedFigures& linked,
                                                      const WardSet& wards);

} // namespace wardmap
