// SPDX-License-Identifier: MIT
// Positions of small marks in wards.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "geo/polygon.h"
#include "maps/labels/label.h"
#include "paint/scene.h"

namespace wardmap::maps {

struct MarkSize {
    double width = 0; // mm
    double height = 0;
};

struct MarkPlace {
    geo::Point centre;
    MarkSize size;
};

/// Marks as items, and the number omitted because there is no space.
struct Marked {
    std::vector<paint::Item> items;
    std::size_t without_room = 0;
};

/// One entry for each ward: a position inside each `wanted` ward, clear of every label, of the
/// `others` and of other marks, in the first size that fits; nothing if none does.
[[nodiscard]] std::vector<std::optional<MarkPlace>>
mark_places(const std::vector<geo::MultiPolygon>& shapes, const Labelling& labelling,
            const std::vector<bool>& wanted, const std::vector<geo::Box>& others,
            const std::vector<MarkSize>& sizes);

} // namespace wardmap::maps
