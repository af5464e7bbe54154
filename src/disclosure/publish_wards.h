// SPDX-License-Identifier: MIT
// What is published of the linked counts of all wards, if their totals are known.
#pragma once

#include <cstddef>
#include <vector>

#include "disclosure/publish_ward.h"

namespace wardmap::disclosure {

/// Wards for which readers know the total of each count.
struct Region {
    std::vector<std::size_t> wards; // in a publicly known order: the last are held back first
    /// These wards have no total of their own, but are the difference of totals. A total under the
    /// limit is suppressed like any other count; such a difference is not.
    bool is_rest = false;
};

/// One entry for each ward.
struct WardsShown {
    std::vector<std::vector<Range>> figures;
    std::vector<bool>
        is_held;           // held back, because the total of its region would disclose something
    bool all_held = false; // in some region, and its total still discloses too much
};

/// First each ward by itself, then region by region: wards are shown in order while the remainder
/// of the totals is enough for everything suppressed so far, whatever its true counts, with `below`
/// to spare; the other wards are held back, and readers know of them only what follows from the
/// totals. The last ward follows from all others if nothing is suppressed. Whether a ward is shown
/// depends only on what is shown of it and of those before it, and on the totals. Precondition: no
/// ward is in two regions.
[[nodiscard]] WardsShown publish_wards(const LinkedCounts& counts,
                                       const std::vector<WardCounts>& wards,
                                       const std::vector<Region>& regions, const Rule& rule);

} // namespace wardmap::disclosure
