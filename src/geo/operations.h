// SPDX-License-Identifier: MIT
// Geometric operations through GEOS.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::geo {

/// Why a shape is invalid under the OGC rules ("Self-intersection at 577012.3 155988.1"); nothing
/// if it is valid.
[[nodiscard]] std::optional<std::string> invalidity(const MultiPolygon& shape);

/// The shape made valid, polygons only (GEOS MakeValid, "structure" method: bow ties and
/// overlapping parts become the area an eye would fill). Empty if nothing is left.
[[nodiscard]] MultiPolygon made_valid(const MultiPolygon& shape);

/// The union of the shapes. Precondition: each is valid.
[[nodiscard]] MultiPolygon united(const std::vector<MultiPolygon>& shapes);

/// Area that two valid shapes share.
[[nodiscard]] double shared_area(const MultiPolygon& a, const MultiPolygon& b);

/// Distance between two valid shapes; 0 if they meet.
[[nodiscard]] double distance(const MultiPolygon& a, const MultiPolygon& b);

/// A valid shape buffered by `by`; corners are rounded (16 steps to a quarter circle).
[[nodiscard]] MultiPolygon grown(const MultiPolygon& shape, double by);

/// How two shapes meet.
enum class Contact { none, point, line };

/// Every pair (i < j) of shapes that meet, found with an R-tree; shapes within `snap` of each other
/// touch; a shared border longer than 4 * `snap` then counts as a line. Points and lines are
/// distinguished only with `distinguish_lines`; else every contact is a point.
struct Meeting {
    std::size_t i = 0;
    std::size_t j = 0;
    Contact contact = Contact::none;
};
[[nodiscard]] std::vector<Meeting> meetings(const std::vector<const MultiPolygon*>& shapes,
                                            double snap, bool distinguish_lines);

} // namespace wardmap::geo
