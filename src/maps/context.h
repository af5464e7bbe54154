// SPDX-License-Identifier: MIT
// What is drawn round and over the wards for orientation: neighbouring areas, rivers, sites.
#pragma once

#include <optional>
#include <vector>

#include "geo/polygon.h"
#include "maps/view.h"
#include "paint/scene.h"

namespace wardmap::maps {

/// Neighbouring areas are light grey with a white border.
struct ContextStyle {
    std::optional<paint::Colour> fill = paint::Colour{0xE6, 0xE6, 0xE6};
    std::optional<paint::Stroke> stroke = paint::Stroke{paint::white, 0.5, {}};
};

/// Areas in metres, cut at the box of the view: an overlay to be drawn under the
/// wards.
[[nodiscard]] std::vector<paint::Item> context_areas(const View& view,
                                                     const std::vector<geo::MultiPolygon>& areas,
                                                     const ContextStyle& style = {});

/// Lines in metres, cut at the box of the view.
[[nodiscard]] std::vector<paint::Item>
context_lines(const View& view, const std::vector<geo::Ring>& lines, const paint::Stroke& stroke);

} // namespace wardmap::maps
