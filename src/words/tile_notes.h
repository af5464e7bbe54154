// SPDX-License-Identifier: MIT
// What the line of methods says of tiles.
#pragma once

#include <string>

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::words {

/// " Tiles: layout of maidstone.hexjson; distances mean nothing.": what the line of methods says of
/// the tiles; empty for other kinds of map.
[[nodiscard]] std::string about_tiles(const Study& study, const CategoryResult& category);

} // namespace wardmap::words
