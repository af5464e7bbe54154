// SPDX-License-Identifier: MIT
// Whether a layer's coordinates are those of the system it says it is in.
#pragma once

#include <optional>
#include <string>

#include "base/finding.h"
#include "geo/polygon.h"
#include "geo/transform.h"

namespace wardmap::geo {

/// The fault of a layer whose coordinates (all within `box`) lie far outside the area where their
/// CRS is used: it is labelled wrongly. `in` is the table of the project that can say another,
/// "[boundaries]". Nothing where they fit, or PROJ does not know the area.
[[nodiscard]] std::optional<Finding> misplaced(const Box& box, const Transform& transform,
                                               const std::string& shown_as, const std::string& in);

} // namespace wardmap::geo
