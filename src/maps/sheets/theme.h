// SPDX-License-Identifier: MIT
// The symbols of a category: fills or circles, with their legend.
#pragma once

#include <vector>

#include "maps/legend/legend.h"
#include "maps/picture/picture.h"
#include "maps/symbols/circles.h"
#include "maps/symbols/fill.h"

namespace wardmap {
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {

/// Fill of a ward below its circle.
inline constexpr paint::Colour ward_grey{0xEE, 0xEE, 0xEE};

struct Theme {
    Legend legend;
    std::vector<Fill> fills;   // one for each ward
    std::vector<double> radii; // of circles, mm, one for each ward; 0: none. Empty: no circles
    CircleNames circle_names;
    paint::Colour circle; // their colour
};

/// Ids and titles of the circles of a category.
[[nodiscard]] CircleNames circle_names(const StudyArea& study, const CategoryResult& category);

/// `map_mm`: approximate size of the map; the largest circle is scaled to it.
[[nodiscard]] Theme theme_of(const StudyArea& study, const CategoryResult& category,
                             const style::Style& style, double map_mm);

/// The same with circles at a scale shared with other maps.
[[nodiscard]] Theme theme_of(const StudyArea& study, const CategoryResult& category,
                             const style::Style& style, CircleScale scale);

/// Overlays on the wards: the circles, largest first, so that none hides another.
[[nodiscard]] std::vector<Overlay> overlays_of(const Theme& theme);

/// The wards in their theme, the outlines and marks of their readings, the names of unstable ones
/// in italics. The category must outlive it.
[[nodiscard]] Drawing drawing_of(const CategoryResult& category, const Theme& theme);

} // namespace wardmap::maps
