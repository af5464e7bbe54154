// SPDX-License-Identifier: MIT
// What laying out a picture and drawing it both need of its insets. Private to its room.
#pragma once

#include <cstddef>
#include <vector>

#include "maps/picture/picture.h"

namespace wardmap::maps {

/// Where an inset's letter is at its window: outside the window's upper left corner.
[[nodiscard]] geo::Box letter_box(const geo::Box& window, const style::Style& style);

/// The same within the inset itself.
[[nodiscard]] geo::Box inset_letter_box(const Inset& inset, const style::Style& style);

/// What insets take of the main map: their plates, the edges of their windows, their letters; and
/// the edges of boxes around islands that were moved.
[[nodiscard]] std::vector<geo::Box> taken_by(const Picture& picture, const style::Style& style);

/// Where an inset's own letter is in it; one inset has none.
[[nodiscard]] std::vector<geo::Box> letter_of_inset(const Picture& picture, const Inset& inset,
                                                    const style::Style& style);

/// Which wards an inset shows whole, and which no inset does.
[[nodiscard]] std::vector<bool> shown_in(const std::vector<Inset>& insets, std::size_t wards);

} // namespace wardmap::maps
