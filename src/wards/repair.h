// SPDX-License-Identifier: MIT
// Repair of invalid polygons, with findings.
#pragma once

#include <string>

#include "base/finding.h"
#include "geo/polygon.h"

namespace wardmap::wards {

/// The shape unchanged if it is valid; else repaired, with a finding on the error and the change of
/// area. Empty if nothing is left.
[[nodiscard]] geo::MultiPolygon repaired(const geo::MultiPolygon& shape, const std::string& ward,
                                         const std::string& shown_as, Findings& findings);

} // namespace wardmap::wards
