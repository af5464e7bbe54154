// SPDX-License-Identifier: MIT
// The subject of a map, and its alternative text.
#pragma once

#include <string>

namespace wardmap::words {

/// The alternative text of a map.
struct MapWords {
    std::string alt;         // one sentence
    std::string description; // pattern, highest and lowest wards, states; plain text, several lines
};

/// The subject of a sheet: the bands with the hotspot reading over them, or the reading alone.
enum class Subject { bands, reading };

} // namespace wardmap::words
