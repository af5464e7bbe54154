// SPDX-License-Identifier: MIT
// The filter that selects one district from a layer of many.
#pragma once

#include <string>

#include "wards/read_wards.h"

namespace wardmap::wards {

/// "LAD13CD = 'E07000110'": a boundary filter on the first field that holds this text; empty if no
/// field does.
[[nodiscard]] std::string district_filter(const BoundarySource& source,
                                          const std::string& district);

} // namespace wardmap::wards
