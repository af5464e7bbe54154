// SPDX-License-Identifier: MIT
// Bands to and from the file that keeps them.
#pragma once

#include <string>

#include "bands/banding.h"
#include "bands/plan.h"
#include "project/frozen_bands.h"

namespace wardmap::project {
struct Category;
}

namespace wardmap::bands {

/// Bands that a file keeps, as a plan. `method` is what the map calls them.
[[nodiscard]] Plan plan_of(const project::FrozenBands& frozen, std::string method);

/// A map's bands to be kept. Precondition: at least two bands.
[[nodiscard]] project::FrozenBands frozen_of(const Banding& banding,
                                             const project::Category& category);

} // namespace wardmap::bands
