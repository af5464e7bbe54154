// SPDX-License-Identifier: MIT
// One figure from several: weighted sums, indices of means, location quotients.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "measures/change.h"
#include "tables/cell.h"

namespace wardmap::measures {

/// One part of a composite: a cell per ward, all parts in the same order of wards.
struct Component {
    const std::vector<Cell>& cells;
    double weight = 1;    // above 0
    bool reverse = false; // more is better
};

/// Sum of weight times figure. Suppressed figures are added as intervals; a ward without one of the
/// figures is missing. For crimes weighted by harm (Sherman, Neyroud & Neyroud 2016) weights are
/// days.
[[nodiscard]] std::vector<Cell> weighted_sums(const std::vector<Component>& parts);

/// Treatment of a ward that lacks one of the parts.
enum class MissingPartPolicy {
    missing,  // it has no index
    left_out, // the mean of the others, as long as they have at least half of the weight
};

/// The form of the Vulnerable Localities Index (Chainey 2008, Policing 2(2)): each part as 100
/// times its value over the mean of all wards' values, reversed parts as 200 minus that; then the
/// weighted mean of the parts. 100 = average. Means are over known values, with suppressed ones at
/// their midpoint. A part with a mean of 0 has no index, and counts as missing for its wards.
[[nodiscard]] std::vector<Cell> index_of_means(const std::vector<Component>& parts,
                                               MissingPartPolicy lacking);

/// (part of the ward / whole of the ward) / (part of all / whole of all): 1 = the ward's mix is
/// that of the area. Not calculable if the ward's whole may be 0.
[[nodiscard]] std::vector<Cell> location_quotients(const std::vector<Cell>& part,
                                                   const std::vector<Cell>& whole);

/// 100 (ratio - 1); a rise from zero is not calculable, nor is a change with either figure missing.
[[nodiscard]] std::vector<Cell> percent_changes(const std::vector<std::optional<Change>>& changes);

/// The best and the worst rank (1 = highest) of each ward over the indices that omit one part;
/// nothing for wards without an index. Precondition: two parts or more.
[[nodiscard]] std::vector<std::optional<std::pair<std::size_t, std::size_t>>>
ranks_leaving_one_out(const std::vector<Component>& parts, MissingPartPolicy lacking);

} // namespace wardmap::measures
