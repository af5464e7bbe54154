// SPDX-License-Identifier: MIT
// Legend rows for context layers.
#pragma once

#include <span>
#include <vector>

#include "layout/block.h"
#include "maps/symbols/context_row.h"
#include "paint/text_metrics.h"

namespace wardmap {
struct ContextLayer;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {

/// Layers with something on the map.
[[nodiscard]] std::vector<ContextRow> context_rows(std::span<const ContextLayer> layers,
                                                   const style::Style& style);

/// Adds these rows to a legend.
void add_context_rows(layout::Block& block, const std::vector<ContextRow>& rows,
                      const layout::TextStyle& style, const layout::TextColumn& column);

} // namespace wardmap::maps
