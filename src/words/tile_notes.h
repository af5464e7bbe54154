// SPDX-License-Identifier: MIT
// Tiles in the method line.
#pragma once

#include <string>

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::words {

/// The note on tiles in the method line: " Tiles: layout of maidstone.hexjson; distances have no
/// meaning."; empty for other kinds of map.
[[nodiscard]] std::string about_tiles(const Study& study, const CategoryResult& category);

} // namespace wardmap::words
