// SPDX-License-Identifier: MIT
// Wards as tiles of equal size, so that small wards count as much as large ones. Tiles are placed
// according to the project's layout, else as hexagons near each ward's position.
#pragma once

#include <cstddef>
#include <string>

namespace wardmap {
struct Study;
struct WardSet;
} // namespace wardmap

namespace wardmap::maps {

/// For hexagons placed here; a project's layout may have any number.
inline constexpr std::size_t most_tiles = 600;

/// The same wards with hexagons for shapes. Each hexagon has the size of an average ward; wards are
/// assigned to lattice cells with the least sum of squared distances. Precondition: at most
/// `most_tiles` wards. Cost: the cube of their number.
[[nodiscard]] WardSet tiled(const WardSet& wards);

/// The study's wards with the tiles of its layout as shapes; without a layout as above, with remote
/// islands displaced. Precondition: a layout, or at most `most_tiles` wards.
[[nodiscard]] WardSet tiled(const Study& study);

} // namespace wardmap::maps
