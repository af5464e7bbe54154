// SPDX-License-Identifier: MIT
// What readers are shown of the linked counts of all wards, if they know totals of them.
#pragma once

#include <cstddef>
#include <vector>

#include "disclosure/publish_ward.h"

namespace wardmap::disclosure {

/// Wards of which readers know what each count is in total.
struct Region {
    std::vector<std::size_t> wards; // in a public order: those at the end are held back first
    /// No total is of these wards, but they are what totals leave of each other. A total under the
    /// limit is withheld like any other count; what is left of totals is not.
    bool is_rest = false;
};

/// One entry for each ward.
struct WardsShown {
    std::vector<std::vector<Range>> figures;
    std::vector<bool> is_held; // back, since the total of its region would give something away
    bool all_held = false;     // of some region, and still its total says too much
};

/// Ward by ward as by itself, then region by region: wards are shown in their order as long as what
/// is left of the totals is enough for all that is withheld so far, whatever its true counts, with
/// `below` to spare; the rest is held back, and what readers know of it follows from the totals.
/// The last ward follows from all others if nothing is withheld. Whether a ward is shown depends
/// only on what is shown of it and of those before it, and on the totals.
/// Preconditions: no ward is in two regions.
[[nodiscard]] WardsShown publish_wards(const LinkedCounts& counts,
                                       const std::vector<WardCounts>& wards,
                                       const std::vector<Region>& regions, const Rule& rule);

} // namespace wardmap::disclosure
