// SPDX-License-Identifier: MIT
// Bands made of a scheme, or taken over from another map.
#pragma once

#include <string>
#include <vector>

#include "bands/banding.h"
#include "bands/plan.h"
#include "project/band_spec.h"
#include "tables/cell.h"

namespace wardmap::bands {

/// Bands the known cells after `spec`. Suppressed wards take a band where their whole interval is
/// in it; the lowest band then reaches down (the highest up) to hold the interval, so that the
/// printed range is true of every ward drawn in it. `least_decimals` is where labels start; more
/// are used where the guarantee of Band::range needs them. Precondition: spec.count 2 to 9 (1 band
/// is used where all are equal). Throws InputError for fixed breaks that leave a known figure
/// outside.
[[nodiscard]] Banding make_bands(const std::vector<Cell>& cells, const project::BandSpec& spec,
                                 int least_decimals);

/// The same for bands that are planned already. End bands that have to reach beyond the plan's ends
/// do so, and that is reported.
[[nodiscard]] Banding fill_bands(const std::vector<Cell>& cells, const Plan& plan,
                                 int least_decimals);

/// The bands of one map as a plan for another: same cuts, ends and words. `method` is what the
/// other map calls them. Precondition: there are bands.
[[nodiscard]] Plan plan_of(const Banding& banding, std::string method);

} // namespace wardmap::bands
