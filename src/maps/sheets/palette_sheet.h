// SPDX-License-Identifier: MIT
// Every palette as ink on paper: in several numbers of bands, and as others see it.
#pragma once

#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::maps {

/// One A4 page.
[[nodiscard]] paint::Scene palette_sheet(const paint::TextMetrics& metrics);

} // namespace wardmap::maps
