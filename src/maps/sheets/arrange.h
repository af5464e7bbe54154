// SPDX-License-Identifier: MIT
// Where the map and the panel with its legend are on a page.
#pragma once

#include <optional>

#include "maps/legend/legend_panel.h"
#include "maps/picture/picture.h"

namespace wardmap::maps {

constexpr double block_gap_mm = 5; // between the blocks of a page

/// The blocks in their places. The panel is below the map or at its right.
struct Layout {
    geo::Box panel;
    KeyPlace key_place = KeyPlace::beside;
    Picture picture;
};

/// The names of the wards that have a number, and of those that have nothing, and how many have no
/// mark.
[[nodiscard]] Key key_of(const PictureInputs& inputs, const Picture& picture);

/// What a panel with the shortest key leaves of the body, above it and at its left; nothing if the
/// panel has no room there, or the map would get less than a third.
struct RemainingSpace {
    std::optional<geo::Box> above;
    std::optional<geo::Box> beside;
};
[[nodiscard]] RemainingSpace space_left_by(const PictureInputs& inputs, const geo::Box& body,
                                           const LegendPanel& panel);

/// The scale of the map in the better of these spaces, as a share of that on a body of its own; 0
/// if there is neither.
[[nodiscard]] double scale_share(const PictureInputs& inputs, const geo::Box& body,
                                 const RemainingSpace& left);

/// Below the map or beside it, whichever leaves the larger map.
[[nodiscard]] Layout arrange_page(const PictureInputs& inputs, const geo::Box& body,
                                  const LegendPanel& panel);

} // namespace wardmap::maps
