// SPDX-License-Identifier: MIT
// Marks of readings inside their wards.
#pragma once

#include <vector>

#include "maps/labels/label.h"
#include "maps/labels/mark_places.h"

namespace wardmap {
struct CategoryResult;
}

namespace wardmap::maps {

/// Marks of the wards `marked` on this view, inside their wards, clear of every label and of the
/// `others`; smaller where space is limited. A ward without space has only its outline and its
/// entry in the table; such wards are counted.
[[nodiscard]] Marked reading_marks(const CategoryResult& category,
                                   const std::vector<geo::MultiPolygon>& shapes,
                                   const Labelling& labelling, const std::vector<bool>& marked,
                                   const std::vector<geo::Box>& others = {});

} // namespace wardmap::maps
