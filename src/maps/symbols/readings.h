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

namespace wardmap {
struct CategoryResult;
}

namespace wardmap::maps {

/// The fill of a label on a map of the reading alone: red for higher, blue for lower, darker in
/// clusters, hatched where it is uncertain or there is no figure.
/// In grey the lower side bears level lines.
enum class Tone { colour, grey };
[[nodiscard]] Fill fill_of(const hotspots::Reading& reading, Tone tone = Tone::colour);
[[nodiscard]] std::vector<Fill> reading_fills(const CategoryResult& category,
                                              Tone tone = Tone::colour);

/// The mark of question 1 around a centre, `size_mm` wide: a triangle up for higher, down for
/// lower, two for much higher and much lower, a diamond where withheld figures decide. No shapes
/// for the others.
[[nodiscard]] std::vector<paint::Shape> mark_shapes(hotspots::Level level, geo::Point centre,
                                                    double size_mm);

/// Width of the widest black line of an outline on a map of large wards; 0 if there is none.
[[nodiscard]] double widest_outline_pt(const CategoryResult& category);

/// The lines of an outline: a white edge, above it a black line, and of a cluster a white line in
/// its middle; the black one is dashed where the evidence is tentative.
struct OutlineStrokes {
    paint::Stroke under;
    paint::Stroke over;
    std::optional<paint::Stroke> centre;
};
/// Of a single ward (question 2). `share` of their full width, see line_share.
[[nodiscard]] OutlineStrokes outline_strokes(hotspots::Evidence evidence, double share = 1);
/// Around a cluster of high wards (question 3).
[[nodiscard]] OutlineStrokes cluster_strokes(hotspots::Evidence evidence, double share = 1);

/// One line around each cluster of high wards, double where its mean ward has at least 60 mm² on
/// the sheet and thin below that; and the outlines of wards of such a size that are exceptional (or
/// have changed): solid where firm, dashed where tentative. A border between two such wards is
/// drawn once, and none along the edges of the box that the shapes were cut at.
[[nodiscard]] std::vector<paint::Item>
reading_outlines(const CategoryResult& category, const std::vector<geo::MultiPolygon>& shapes,
                 const std::optional<geo::Box>& cut_at = std::nullopt);

} // namespace wardmap::maps
