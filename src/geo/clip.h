// SPDX-License-Identifier: MIT
// Shapes and lines cut at the edges of a box.
#pragma once

#include <vector>

#include "geo/polygon.h"

namespace wardmap::geo {

/// The corners of a box.
[[nodiscard]] geo::Ring ring_of(const geo::Box& box);

/// What of a shape lies within the box (Sutherland and Hodgman 1974); empty where nothing does.
[[nodiscard]] geo::MultiPolygon clipped(const geo::MultiPolygon& shape, const geo::Box& box);

/// The pieces of a polyline within the box.
[[nodiscard]] std::vector<geo::Ring> clipped(const geo::Ring& line, const geo::Box& box);

/// The pieces of a line that do not run along the edges of the box: where a shape was cut there,
/// its ring has edges that are no border.
[[nodiscard]] std::vector<geo::Ring> off_edges(const geo::Ring& line, const geo::Box& box);

} // namespace wardmap::geo
