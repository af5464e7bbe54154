// SPDX-License-Identifier: MIT
// The districts that the wards of a map belong to.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "geo/polygon.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::maps {

struct View;

struct Districts {
    std::vector<std::string> names; // as in the boundaries; empty if only a code is known
    std::vector<std::size_t> of;    // for each ward, an index into `names`

    /// Whether there are several, so that lines between them are useful.
    [[nodiscard]] bool are_shown() const { return names.size() > 1; }
};

/// None if a ward has no district, if all share one, or if there are fewer than three wards per
/// district.
[[nodiscard]] Districts districts_of(const WardSet& wards);

/// The lines between wards of different districts, on the sheet.
[[nodiscard]] std::vector<geo::Ring> district_lines(const View& view, const Districts& districts);

/// The district that covers most of a view, if it has a name; else "".
[[nodiscard]] std::string main_district(const View& view, const Districts& districts);

} // namespace wardmap::maps
