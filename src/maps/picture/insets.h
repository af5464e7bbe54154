// SPDX-License-Identifier: MIT
// Insets: where wards are too small to be legible, a part of the map is repeated at a larger scale.
//
// The rule: a ward of less than 150 mm² on the sheet (about 12 by 12 mm) is too small for a name,
// one of less than 25 mm² for a number, one of less than 3 mm² to be seen. An inset is drawn, at 2
// to 8 times the scale of the map, if the wards that it brings over these thresholds are worth at
// least four names (two numbers or four visible wards count as one; wards are weighted by
// importance; with up to 60 small wards, those cut by the edge count against it) and if it fits
// without covering a ward.
#pragma once

#include <cstddef>
#include <vector>

#include "maps/ground/view.h"

namespace wardmap::maps {

struct Inset {
    geo::Box window;                // window on the main map (sheet mm)
    geo::Box box;                   // the inset (sheet mm)
    geo::Box plate;                 // `box` and the caption below it
    double times = 1;               // magnification relative to the main map
    std::vector<std::size_t> wards; // wards wholly within
};

struct InsetOptions {
    std::size_t most = 2;
    double caption_mm = 6;            // height of the line below
    std::vector<double> weights = {}; // of each ward, about 1; or empty
};

/// Insets of a map, the most useful first, within `room` (which may be larger than the map's own
/// box), clear of `taken` and of every ward.
[[nodiscard]] std::vector<Inset> choose_insets(const View& map, const geo::Box& room,
                                               const std::vector<geo::Box>& taken,
                                               const InsetOptions& options);

/// Their usefulness, counted in names as above.
[[nodiscard]] double use_of(const View& map, const std::vector<Inset>& insets);

} // namespace wardmap::maps
