// SPDX-License-Identifier: MIT
// The hotspot reading on the map: outlines show the evidence, marks the level.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "hotspots/reading.h"
#include "maps/symbols/fill.h"
#include "maps/symbols/fills.h"
#include "paint/scene.h"

namespace wardmap {
struct CategoryResult;
}

namespace wardmap::maps {

/// The fill on a map of the reading alone: red for higher, blue for lower, darker in clusters,
/// hatched if uncertain or without a figure. In grey the lower side has horizontal hatching.
enum class Tone { colour, grey };
[[nodiscard]] Fill fill_of(const hotspots::Reading& reading, Tone tone = Tone::colour);
[[nodiscard]] std::vector<Fill> reading_fills(const CategoryResult& category,
                                              Tone tone = Tone::colour);

/// The mark of question 1 around a centre, `size_mm` wide: a triangle up for higher, down for
/// lower, two for much higher and much lower, a diamond if it depends on suppressed figures. No
/// shapes for the others.
[[nodiscard]] std::vector<paint::Shape> mark_shapes(hotspots::Level level, geo::Point centre,
                                                    double size_mm);

/// Width of the widest black line of an outline on a map of large wards; 0 if there is none.
[[nodiscard]] double widest_outline_pt(const CategoryResult& category);

/// The lines of an outline: a white edge, a black line over it and, for a cluster, a white line
/// along its centre; the black line is dashed if the evidence is tentative.
struct OutlineStrokes {
    paint::Stroke under;
    paint::Stroke over;
    std::optional<paint::Stroke> centre;
};
/// For a single ward (question 2). `share` of the full width, see line_share.
[[nodiscard]] OutlineStrokes outline_strokes(hotspots::Evidence evidence, double share = 1);
/// Around a cluster of high wards (question 3).
[[nodiscard]] OutlineStrokes cluster_strokes(hotspots::Evidence evidence, double share = 1);

/// One line around each cluster of high wards, double if its mean ward has at least 60 mm² on the
/// sheet, else thin; and the outlines of wards of such a size that are exceptional (or have
/// changed): solid if firm, dashed if tentative. A border between two such wards is drawn once;
/// none is drawn along the edges of the box to which the shapes were clipped.
[[nodiscard]] std::vector<paint::Item>
reading_outlines(const CategoryResult& category, const std::vector<geo::MultiPolygon>& shapes,
                 const std::optional<geo::Box>& cut_at = std::nullopt);

} // namespace wardmap::maps
