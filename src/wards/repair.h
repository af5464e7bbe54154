// SPDX-License-Identifier: MIT
// Polygons made valid, and the account of it.
#pragma once

#include <string>

#include "base/finding.h"
#include "geo/polygon.h"

namespace wardmap::wards {

/// The shape as it is where it is valid; else repaired, with a finding that says what was wrong and
/// by how much the area changed. Empty if nothing is left.
[[nodiscard]] geo::MultiPolygon repaired(const geo::MultiPolygon& shape, const std::string& ward,
                                         const std::string& shown_as, Findings& findings);

} // namespace wardmap::wards
