// SPDX-License-Identifier: MIT
// Islands so remote that they would make the map of everything else small, and the boxes in which a
// map may draw them instead, at the same scale.
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
    geo::Box from;           // their true position, with clear space around
    geo::Box to;             // where maps draw this box: clear of all other wards and boxes
};

/// The parts to move. The rule: groups of parts separated from the largest group, at most a fifth
/// of the whole area, without which the longer side of the extent, including their boxes, is at
/// most four fifths of what it was. Empty if there are none. Statistics, neighbours and data always
/// use their true position.
[[nodiscard]] std::vector<DisplacedParts> find_displaced_parts(const WardSet& wards);

/// The same wards with these parts moved; areas and order stay.
[[nodiscard]] WardSet with_displaced_parts(WardSet wards,
                                           const std::vector<DisplacedParts>& islands);

} // namespace wardmap::wards
