// SPDX-License-Identifier: MIT
// All categories at a glance: small maps of one extent and one scale, each with its legend.
#pragma once

#include <vector>

#include "maps/ground/base_map.h"
#include "maps/sheets/sheet.h"
#include "paint/text_metrics.h"
#include "style/style.h"

namespace wardmap::maps {

/// Pages of at most twelve maps in the order of the project. No names; areas stay recognisable by
/// their place. Throws InputError as lay_out_sheet does.
[[nodiscard]] std::vector<Sheet> lay_out_contact_sheet(const Study& study,
                                                       const style::Style& style,
                                                       const paint::TextMetrics& metrics,
                                                       const BaseMap& ground);

} // namespace wardmap::maps
