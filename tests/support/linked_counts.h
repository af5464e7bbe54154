// SPDX-License-Identifier: MIT
// Linked counts of one ward, from literals.
#pragma once

#include <utility>
#include <vector>

#include "disclosure/linked_counts.h"

namespace wardmap::testing {

/// Including the guarded sums.
inline disclosure::LinkedCounts linked(std::size_t atoms, std::vector<disclosure::Sum> figures,
                                       std::vector<disclosure::Sum> rests = {}) {
    disclosure::LinkedCounts counts;
    counts.atoms = atoms;
    counts.figures = std::move(figures);
    counts.rests = std::move(rests);
    disclosure::find_guarded(counts);
    return counts;
}

} // namespace wardmap::testing
