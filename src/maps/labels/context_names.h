// SPDX-License-Identifier: MIT
// Names of places, sites and areas around.
#pragma once

#include <cstddef>
#include <vector>

#include "maps/ground/view.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {

/// A placed name of a place, a site or an area around.
struct ContextName {
    paint::Text text;
    geo::Box box;
};

struct ContextNames {
    std::vector<ContextName> placed;
    std::size_t left_out = 0; // because there is no space
};

struct ContextRoom {
    geo::Box frame;                  // names stay inside it
    std::vector<geo::Box> taken;     // names avoid these: ward names, ...
    std::vector<geo::Box> elsewhere; // items in these are named in an inset
};

/// Names beside their markers, in one of eight positions, or within the part of an area not covered
/// by wards. No name touches another or leaves the frame.
[[nodiscard]] ContextNames context_names(const View& view, const ContextRoom& room,
                                         const style::Style& style,
                                         const paint::TextMetrics& metrics);

} // namespace wardmap::maps
