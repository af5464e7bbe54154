// SPDX-License-Identifier: MIT
// A point as a single text. Private to incidents/.
#pragma once

#include <optional>
#include <string_view>

#include "geo/polygon.h"

namespace wardmap::incidents {

struct PointText {
    geo::Point at;
    int srid = 0; // of EWKT and EWKB; 0: not stated
};

/// "POINT (0.5 51.2)", "SRID=27700;POINT(576012 155988)" or hexadecimal WKB as in PostGIS. Nothing
/// for an empty point, or anything else.
[[nodiscard]] std::optional<PointText> read_point(std::string_view text);

} // namespace wardmap::incidents
