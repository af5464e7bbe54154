// SPDX-License-Identifier: MIT
// A legend on a line, for several maps.
#pragma once

#include "layout/block.h"
#include "maps/legend/legend.h"
#include "paint/text_metrics.h"

namespace wardmap::maps {

/// Title, then swatches with their ranges and words side by side, as many on a line as fit. For
/// several maps with one legend: without numbers of wards.
[[nodiscard]] layout::Block legend_line_block(const Legend& legend, const layout::TextStyle& style,
                                              const layout::TextColumn& column);

} // namespace wardmap::maps
