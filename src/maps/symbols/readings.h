// SPDX-License-Identifier: MIT
// The hotspot reading on the map: an outline says how firm it is, a mark what it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "hotspots/reading.h"
#include "maps/symbols/fill.h"
#include "maps/symbols/fills.h"
#include "paint/scene.h"
#include "study/study.h"

namespace wardmap::maps {

/// The fill of a reading on a map of the reading alone: red for high, blue for low, hatched where
/// it is uncertain or not testable.
[[nodiscard]] Fill fill_of(hotspots::Reading reading);
[[nodiscard]] std::vector<Fill> reading_fills(const CategoryResult& category);

/// The mark of a reading around a centre, `size_mm` wide: triangles up for high and down for low,
/// filled where the ward itself is so, hollow where it stands beside such, with a bar below (above)
/// in a cluster. No shapes for readings without a mark.
[[nodiscard]] std::vector<paint::Shape> mark_shapes(hotspots::Reading reading, geo::Point centre,
                                                    double size_mm);

/// Width of the widest black line of an outline on a map of large wards; 0 where there is none.
[[nodiscard]] double widest_outline_pt(const CategoryResult& category);

/// The two lines of an outline: a white edge, and above it a black line; dashed where the evidence
/// is tentative.
struct OutlineStrokes {
    paint::Stroke under;
    paint::Stroke over;
};
/// `share` of their full width, see line_share.
[[nodiscard]] OutlineStrokes outline_strokes(hotspots::Evidence evidence, double share = 1);

/// Outlines of the wards that are high or stand beside high ones: solid where the reading is firm,
/// dashed where it is tentative; a border between two such wards is drawn once, and none along the
/// edges of the box that the shapes were cut at.
[[nodiscard]] std::vector<paint::Item>
reading_outlines(const CategoryResult& category, const std::vector<geo::MultiPolygon>& shapes,
                 const std::optional<geo::Box>& cut_at = std::nullopt);

} // namespace wardmap::maps
