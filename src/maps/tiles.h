// SPDX-License-Identifier: MIT
// Wards as hexagons of one size, each near where the ward lies: small wards weigh as much as large.
#pragma once

#include "wards/ward.h"

namespace wardmap::maps {

inline constexpr std::size_t most_tiles = 600;

/// The same wards with hexagons for shapes. Each hexagon is as large as a ward is on average; wards
/// go to the cells of the lattice that make the sum of squared distances smallest. Precondition: at
/// most `most_tiles` wards. Cost: the cube of their number.
[[nodiscard]] WardSet tiled(const WardSet& wards);

} // namespace wardmap::maps
