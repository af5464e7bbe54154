// SPDX-License-Identifier: MIT
// A quick test that shapes are valid, before GEOS is asked why they are not. Private to geo/.
#pragma once

#include "geo/polygon.h"

namespace wardmap::geo {

/// Whether a shape is certainly valid as defined by the OGC (Simple Features 1.2.1, 6.1.11): rings
/// that neither cross nor touch themselves, parts apart from each other. False if that is
/// uncertain: for shapes with holes, parts whose extents meet, points within rounding of a line.
/// Cost: bounded by a multiple of the number of points; false if that is used up.
[[nodiscard]] bool is_surely_valid(const MultiPolygon& shape);

} // namespace wardmap::geo
