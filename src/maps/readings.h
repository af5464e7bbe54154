// SPDX-License-Identifier: MIT
// The hotspot reading on the map: an outline says how firm it is, a mark what it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "hotspots/reading.h"
#include "maps/fills.h"
#include "maps/labels.h"
#include "maps/mark_places.h"
#include "paint/scene.h"
#include "study/study.h"

namespace wardmap::maps {

/// One row of the legend: a mark, what it means, the number of wards.
struct ReadingRow {
    hotspots::Reading reading = hotspots::Reading::none;
    std::optional<Fill> fill; // on a map of the reading alone
    std::string words;
    std::size_t wards = 0;
};

/// Rows for the readings that occur and are marked, high ones first; "no evidence" last.
[[nodiscard]] std::vector<ReadingRow> reading_rows(const Study& study,
                                                   const CategoryResult& category);

/// The fill of a reading on a map of the reading alone: red for high, blue for low, hatched where
/// it is uncertain or not testable.
[[nodiscard]] Fill fill_of(hotspots::Reading reading);
[[nodiscard]] std::vector<Fill> reading_fills(const CategoryResult& category);

/// "Hotspot reading", or "Evidence of change".
[[nodiscard]] std::string readings_title(const CategoryResult& category);

/// What the outlines mean, where there are any; else empty.
[[nodiscard]] std::string outline_note(const CategoryResult& category);

/// The mark of a reading around a centre, `size_mm` wide: triangles up for high and down for low,
/// filled where the ward itself is so, hollow where it stands beside such, with a bar below (above)
/// in a cluster. No shapes for readings without a mark.
[[nodiscard]] std::vector<paint::Shape> mark_shapes(hotspots::Reading reading, geo::Point centre,
                                                    double size_mm);

/// Width of the widest black line of an outline on a map of large wards; 0 where there is none.
[[nodiscard]] double widest_outline_pt(const CategoryResult& category);

/// Whether wards with a reading are outlined: they are high, beside high ones, or have changed.
[[nodiscard]] bool is_outlined(hotspots::Reading reading);

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

/// Marks of the wards that are `marked` on this view, inside their wards, clear of every label and
/// of the `others`; smaller where room is scarce. A ward without room has its outline, and the
/// table, only; such wards are counted.
[[nodiscard]] Marked reading_marks(const CategoryResult& category,
                                   const std::vector<geo::MultiPolygon>& shapes,
                                   const Labelling& labelling, const std::vector<bool>& marked,
                                   const std::vector<geo::Box>& others = {});

} // namespace wardmap::maps
