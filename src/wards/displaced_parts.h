// SPDX-License-Identifier: MIT
// Islands so far off that the map of everything else would be small for their sake: where a map may
// draw them instead, at the same scale, in a box.
#pragma once

#include <cstddef>
#include <vector>

#include "geo/polygon.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::wards {

/// Metres of the WardSet's CRS. Both boxes have the same size.
struct DisplacedParts {
    struct Part {
        std::size_t ward = 0;
        std::size_t part = 0; // of its shape
    };
    std::vector<Part> parts; // ordered
    geo::Box from;           // where they lie, with clear space around
    geo::Box to;             // where maps draw this box: off all other wards and boxes
};

/// What to move. The rule: groups of parts with nothing between them and the largest group, at most
/// a fifth of the whole area, without which the longer side of the extent is at most four fifths of
/// what it was, their boxes included. Empty if there is nothing of the kind: their statistics,
/// their neighbours and their data stay where they are in any case.
[[nodiscard]] std::vector<DisplacedParts> find_displaced_parts(const WardSet& wards);

/// The same wards with these parts moved; areas and order stay.
[[nodiscard]] WardSet with_displaced_parts(WardSet wards,
                                           const std::vector<DisplacedParts>& islands);

} // namespace wardmap::wards
