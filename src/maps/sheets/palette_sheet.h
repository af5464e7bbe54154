// SPDX-License-Identifier: MIT
// A sheet of all palettes: with several numbers of bands, and in other kinds of sight.
#pragma once

#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::maps {

/// One A4 page.
[[nodiscard]] paint::Scene palette_sheet(const paint::TextMetrics& metrics);

} // namespace wardmap::maps
