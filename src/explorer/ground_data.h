// SPDX-License-Identifier: MIT
// The wards' borders as whole numbers, each border once. Private to explorer/.
#pragma once

#include <nlohmann/json.hpp>

namespace wardmap::maps {
class BaseMap;
}

namespace wardmap {
struct WardSet;
}

namespace wardmap::explorer {

/// `arcs`: lengths of border as x, y and then steps from point to point, in units of `metres` from
/// the top left; `outside`: those with a ward on one side only; `wards`: rings of each ward
/// (even-odd), a ring as a sequence of arcs, -1-n for arc n backwards; `points`: x, y and depth of
/// the deepest point inside each ward.
[[nodiscard]] nlohmann::ordered_json ground_data(const WardSet& wards, const maps::BaseMap& ground);

} // namespace wardmap::explorer
