// SPDX-License-Identifier: MIT
// Wards as tiles: small wards weigh as much as large. Tiles are placed as a layout of the project
// has them, else as hexagons of one size, each near where the ward lies.
#pragma once

#include <cstddef>
#include <string>

namespace wardmap {
struct Study;
struct WardSet;
} // namespace wardmap

namespace wardmap::maps {

/// Of hexagons that are placed here; a layout of the project may have any number.
inline constexpr std::size_t most_tiles = 600;

/// The same wards with hexagons for shapes. Each hexagon is as large as a ward is on average; wards
/// go to the cells of the lattice that make the sum of squared distances smallest. Precondition: at
/// most `most_tiles` wards. Cost: the cube of their number.
[[nodiscard]] WardSet tiled(const WardSet& wards);

/// The study's wards with the tiles of its layout for shapes; without a layout as above, islands
/// that are far off brought near. Precondition: a layout, or at most `most_tiles` wards.
[[nodiscard]] WardSet tiled(const Study& study);

} // namespace wardmap::maps
