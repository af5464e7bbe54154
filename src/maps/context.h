// SPDX-License-Identifier: MIT
// What is drawn round, below and over the wards for orientation: [[layer]] of the project.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "maps/blocks.h"
#include "maps/view.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"
#include "project/style.h"

namespace wardmap::maps {

/// What of the layers lies within a box on the sheet.
[[nodiscard]] std::vector<DrawnLayer> layers_in(std::span<const ContextLayer> layers,
                                                const Frame& frame, const geo::Box& box);

/// Where a layer is drawn: neighbouring areas lie below the wards of a ring, others over these.
enum class Depth { around, below, above };

/// Areas, lines and markers of the layers of that depth.
[[nodiscard]] std::vector<paint::Item> context_items(const View& view, Depth depth,
                                                     const project::Style& style);

/// The markers: names keep off them.
[[nodiscard]] std::vector<geo::Box> marker_boxes(const View& view, const project::Style& style);

/// A placed name of a place, a site or an area around.
struct ContextName {
    paint::Text text;
    geo::Box box;
};

struct ContextNames {
    std::vector<ContextName> placed;
    std::size_t left_out = 0; // for want of room
};

struct ContextRoom {
    geo::Box frame;                  // names stay inside
    std::vector<geo::Box> taken;     // names keep off: those of wards, ...
    std::vector<geo::Box> elsewhere; // what lies in these is named in an inset
};

/// Names beside their markers, in one of eight places, or within the part of an area that no ward
/// covers. No name touches another or leaves the frame.
[[nodiscard]] ContextNames context_names(const View& view, const ContextRoom& room,
                                         const project::Style& style,
                                         const paint::TextMetrics& metrics);

/// Layers with something on the map.
[[nodiscard]] std::vector<ContextRow> context_rows(std::span<const ContextLayer> layers,
                                                   const project::Style& style);

/// Adds these rows to a legend.
void add_context_rows(Block& block, const std::vector<ContextRow>& rows, const TextStyle& style,
                      geo::Point at, double width_mm, const paint::TextMetrics& metrics);

} // namespace wardmap::maps
