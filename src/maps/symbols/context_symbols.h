// SPDX-License-Identifier: MIT
// Symbols of context layers around, below and above the wards: [[layer]] of the project.
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

/// Drawing order of a layer: neighbouring areas are below the wards of a ring, others above them.
enum class Depth { around, below, above };

/// Areas, lines and markers of the layers at that depth.
[[nodiscard]] std::vector<paint::Item> context_items(const View& view, Depth depth,
                                                     const style::Style& style);

/// Boxes of the markers, which names avoid.
[[nodiscard]] std::vector<geo::Box> marker_boxes(const View& view, const style::Style& style);

/// A layer's symbol in a legend, left of a text with its baseline at `at`, of the given width.
[[nodiscard]] std::vector<paint::Item> context_swatch(const ContextRow& row, geo::Point at,
                                                      double size_pt);
[[nodiscard]] double context_swatch_mm(double size_pt);

} // namespace wardmap::maps
