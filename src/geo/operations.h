// SPDX-License-Identifier: MIT
// Geometry that needs more than a few lines, through GEOS.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::geo {

/// Why a shape is not valid after the OGC rules ("Self-intersection at 577012.3 155988.1"); nothing
/// where it is.
[[nodiscard]] std::optional<std::string> invalidity(const MultiPolygon& shape);

/// The shape made valid, its polygons only (GEOS MakeValid, "structure" method: bow ties and
/// overlapping parts become what an eye would fill). Empty where nothing is left.
[[nodiscard]] MultiPolygon made_valid(const MultiPolygon& shape);

/// The area that any of the shapes covers. Precondition: each is valid.
[[nodiscard]] MultiPolygon united(const std::vector<MultiPolygon>& shapes);

/// Area that two valid shapes share.
[[nodiscard]] double shared_area(const MultiPolygon& a, const MultiPolygon& b);

/// From the edge of one valid shape to that of the other; 0 where they meet.
[[nodiscard]] double distance(const MultiPolygon& a, const MultiPolygon& b);

/// A valid shape and all ground within `by` of it; corners are rounded (16 steps to a quarter).
[[nodiscard]] MultiPolygon grown(const MultiPolygon& shape, double by);

/// How two shapes meet.
enum class Contact { none, point, line };

/// Every pair (i < j) of shapes that meet, found with an R-tree; shapes within `snap` of each other
/// touch: then a stretch of border longer than 4 * `snap` counts as a line. Whether a contact is a
/// point or a line is determined only with `tell_lines`; else every contact is a point.
struct Meeting {
    std::size_t i = 0;
    std::size_t j = 0;
    Contact contact = Contact::none;
};
[[nodiscard]] std::vector<Meeting> meetings(const std::vector<const MultiPolygon*>& shapes,
                                            double snap, bool tell_lines);

} // namespace wardmap::geo
