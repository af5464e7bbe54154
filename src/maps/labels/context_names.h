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
    std::size_t left_out = 0; // because there is no room
};

struct ContextRoom {
    geo::Box frame;                  // names stay inside
    std::vector<geo::Box> taken;     // names keep off: those of wards, ...
    std::vector<geo::Box> elsewhere; // what is in these is named in an inset
};

/// Names beside their markers, in one of eight places, or within the part of an area that no ward
/// covers. No name touches another or leaves the frame.
[[nodiscard]] ContextNames context_names(const View& view, const ContextRoom& room,
                                         const style::Style& style,
                                         const paint::TextMetrics& metrics);

} // namespace wardmap::maps
