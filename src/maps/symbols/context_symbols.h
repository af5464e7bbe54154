// SPDX-License-Identifier: MIT
// What is drawn round, below and over the wards for orientation: [[layer]] of the project.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "maps/ground/view.h"
#include "maps/symbols/context_row.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {

/// Where a layer is drawn: neighbouring areas are below the wards of a ring, others over these.
enum class Depth { around, below, above };

/// Areas, lines and markers of the layers of that depth.
[[nodiscard]] std::vector<paint::Item> context_items(const View& view, Depth depth,
                                                     const style::Style& style);

/// The markers: names keep off them.
[[nodiscard]] std::vector<geo::Box> marker_boxes(const View& view, const style::Style& style);

/// A layer as a legend shows it, left of a text with its baseline at `at`; so wide.
[[nodiscard]] std::vector<paint::Item> context_swatch(const ContextRow& row, geo::Point at,
                                                      double size_pt);
[[nodiscard]] double context_swatch_mm(double size_pt);

} // namespace wardmap::maps
