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

/// Bands the known cells according to `spec`. A suppressed ward gets a band if its whole interval
/// is in it; the lowest band then extends down (the highest up) to include the interval, so that
/// the printed range is true of every ward drawn in it. Labels have `least_decimals`, or more if
/// the guarantee of Band::range requires it. Precondition: spec.count is 2 to 9 (1 band is used if
/// all are equal). Throws InputError if fixed breaks exclude a known figure.
[[nodiscard]] Banding make_bands(const std::vector<Cell>& cells, const project::BandSpec& spec,
                                 int least_decimals);

/// The same for planned bands. End bands are extended beyond the plan's ends if needed, which is
/// reported.
[[nodiscard]] Banding fill_bands(const std::vector<Cell>& cells, const Plan& plan,
                                 int least_decimals);

/// The bands of one map as a plan for another: same cuts, ends and words. `method` is their name on
/// the other map. Precondition: there are bands.
[[nodiscard]] Plan plan_of(const Banding& banding, std::string method);

} // namespace wardmap::bands
