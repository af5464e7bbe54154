// SPDX-License-Identifier: MIT
// What a map shows, and the words that go with it for those who cannot see it.
#pragma once

#include <string>

namespace wardmap::words {

/// The words that go with a map for those who cannot see it.
struct MapWords {
    std::string alt;         // one sentence
    std::string description; // pattern, highest and lowest wards, states; plain text, several lines
};

/// What a sheet shows: the bands with the hotspot reading over them, or the reading alone.
enum class Subject { bands, reading };

} // namespace wardmap::words
