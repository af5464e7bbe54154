// SPDX-License-Identifier: MIT
// Where wards are too small to be read, a part of the map is drawn again, larger.
//
// The rule: a ward of less than 150 mm² on the sheet (about 12 by 12 mm) is too small for a name,
// one of less than 25 mm² for a number, one of less than 3 mm² to be seen. An inset is drawn, at 2
// to 8 times the scale of the map, where the wards that it brings over these lines count for four
// names at the least (two numbers or four wards seen count for one; a ward counts by how much it
// matters; of up to 60 small wards those that the edge cuts count against it) and where it finds
// room without covering a ward.
#pragma once

#include <cstddef>
#include <vector>

#include "maps/ground/view.h"

namespace wardmap::maps {

struct Inset {
    geo::Box window;                // of the main map, on the sheet
    geo::Box box;                   // where it is drawn again
    geo::Box plate;                 // `box` and the caption below it
    double times = 1;               // as large as the main map
    std::vector<std::size_t> wards; // those wholly within
};

struct InsetOptions {
    std::size_t most = 2;
    double caption_mm = 6;            // height of the line below
    std::vector<double> weights = {}; // of each ward, about 1; or none
};

/// Insets of a map, the most useful first, within `room` (which may be larger than the map's own
/// box), off what is taken and off every ward.
[[nodiscard]] std::vector<Inset> choose_insets(const View& map, const geo::Box& room,
                                               const std::vector<geo::Box>& taken,
                                               const InsetOptions& options);

/// How much they help, counted in names as above.
[[nodiscard]] double use_of(const View& map, const std::vector<Inset>& insets);

} // namespace wardmap::maps
