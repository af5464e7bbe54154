// SPDX-License-Identifier: MIT
// Clipping of shapes and lines to a box.
#pragma once

#include <vector>

#include "geo/polygon.h"

namespace wardmap::geo {

/// The corners of a box.
[[nodiscard]] geo::Ring ring_of(const geo::Box& box);

/// What of a shape is within the box (Sutherland and Hodgman 1974); empty if nothing does.
[[nodiscard]] geo::MultiPolygon clipped(const geo::MultiPolygon& shape, const geo::Box& box);

/// The pieces of a polyline within the box.
[[nodiscard]] std::vector<geo::Ring> clipped(const geo::Ring& line, const geo::Box& box);

/// The pieces of a line that do not run along the edges of the box, where a clipped shape has edges
/// that are not borders.
[[nodiscard]] std::vector<geo::Ring> off_edges(const geo::Ring& line, const geo::Box& box);

} // namespace wardmap::geo
