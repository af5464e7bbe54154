// SPDX-License-Identifier: MIT
// Arrangement of the map and the panel with its legend on a page.
#pragma once

#include <optional>

#include "maps/legend/legend_panel.h"
#include "maps/picture/picture.h"

namespace wardmap::maps {

constexpr double block_gap_mm = 5; // between the blocks of a page

/// The placed blocks. The panel is below the map or to its right.
struct Layout {
    geo::Box panel;
    KeyPlace key_place = KeyPlace::beside;
    Picture picture;
};

/// The names of the wards with a number and of those with nothing, and the number without a mark.
[[nodiscard]] Key key_of(const PictureInputs& inputs, const Picture& picture);

/// The space that a panel with the shortest key leaves above it and to its left; nothing if the
/// panel does not fit there, or the map would get less than a third.
struct RemainingSpace {
    std::optional<geo::Box> above;
    std::optional<geo::Box> beside;
};
[[nodiscard]] RemainingSpace space_left_by(const PictureInputs& inputs, const geo::Box& body,
                                           const LegendPanel& panel);

/// The scale of the map in the better of these spaces, as a share of its scale on the whole body; 0
/// if there is neither.
[[nodiscard]] double scale_share(const PictureInputs& inputs, const geo::Box& body,
                                 const RemainingSpace& left);

/// Places the panel below the map or beside it, whichever leaves the larger map.
[[nodiscard]] Layout arrange_page(const PictureInputs& inputs, const geo::Box& body,
                                  const LegendPanel& panel);

} // namespace wardmap::maps
