// SPDX-License-Identifier: MIT
// All categories at a glance: small maps of one extent and one scale, each with its legend.
#pragma once

#include <vector>

#include "maps/ground.h"
#include "maps/sheet.h"

namespace wardmap::maps {

/// Pages of at most twelve maps in the order of the project. No names; areas stay recognisable by
/// their place. Throws InputError as lay_out_sheet does.
[[nodiscard]] std::vector<Sheet> lay_out_contact(const Study& study, const project::Style& style,
                                                 const paint::TextMetrics& metrics,
                                                 const Ground& ground);

} // namespace wardmap::maps
