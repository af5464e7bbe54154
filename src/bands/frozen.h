// SPDX-License-Identifier: MIT
// Conversion of bands to and from a file of frozen bands.
#pragma once

#include <string>

#include "bands/banding.h"
#include "bands/plan.h"
#include "project/frozen_bands.h"

namespace wardmap::project {
struct Category;
}

namespace wardmap::bands {

/// Bands from a file, as a plan. `method` is their name on the map.
[[nodiscard]] Plan plan_of(const project::FrozenBands& frozen, std::string method);

/// A map's bands for storing. Precondition: at least two bands.
[[nodiscard]] project::FrozenBands frozen_of(const Banding& banding,
                                             const project::Category& category);

} // namespace wardmap::bands
