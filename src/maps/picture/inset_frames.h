// SPDX-License-Identifier: MIT
// Geometry of insets, shared by layout and drawing of a picture. Private to picture/.
#pragma once

#include <cstddef>
#include <vector>

#include "maps/picture/picture.h"

namespace wardmap::maps {

/// Box of an inset's letter at its window: outside the window's upper left corner.
[[nodiscard]] geo::Box letter_box(const geo::Box& window, const style::Style& style);

/// The same within the inset itself.
[[nodiscard]] geo::Box inset_letter_box(const Inset& inset, const style::Style& style);

/// Parts of the main map taken by insets: their plates, the edges of their windows, their letters;
/// and the edges of boxes around displaced islands.
[[nodiscard]] std::vector<geo::Box> taken_by(const Picture& picture, const style::Style& style);

/// Box of an inset's letter within it; a single inset has none.
[[nodiscard]] std::vector<geo::Box> letter_of_inset(const Picture& picture, const Inset& inset,
                                                    const style::Style& style);

/// Wards that an inset shows whole, and those that none does.
[[nodiscard]] std::vector<bool> shown_in(const std::vector<Inset>& insets, std::size_t wards);

} // namespace wardmap::maps
