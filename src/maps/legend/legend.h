// SPDX-License-Identifier: MIT
// The legend as words and numbers, before it is laid out, and its guarantee.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "bands/banding.h"
#include "maps/legend/class_square.h"
#include "maps/symbols/circles.h"
#include "maps/symbols/context_row.h"
#include "maps/symbols/fill.h"
#include "maps/symbols/readings.h"
#include "tables/cell.h"

namespace wardmap {
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::maps {

/// One row of the legend: a mark, what it means, the number of wards.
struct ReadingRow {
    hotspots::Reading reading;
    std::optional<Fill> fill; // on a map of the reading alone
    std::string words;
    std::size_t wards = 0;
    bool marked = true; // on the map
};

struct LegendRow {
    Fill fill;
    std::string range; // "35.0–72.1"; empty for a state
    std::string words; // the project's word for the band, or what the state means
    std::size_t wards = 0;
    std::string brief; // of a state, if there is room for a word only: "withheld"
};

/// How many wards have which figure: see histogram.h.
struct LegendHistogram {
    std::vector<Cell> values;
    bands::Banding banding;
    std::vector<paint::Colour> colours; // of the bands
    std::optional<double> area;         // figure of the whole area, where it is known
    std::string area_words;             // "Maidstone: 22.3"
};

struct Legend {
    std::string title;                 // "Incidents per 1,000 residents"
    std::string whole_area;            // "Maidstone: 22.3"; empty if there is no such figure
    std::optional<ClassSquare> square; // instead of bands, where two categories are on one map
    std::vector<CircleRow> circles;    // instead of bands, where counts are circles
    paint::Colour circle;              // their colour
    std::vector<LegendRow>
        rows; // bands from high to low (darkest first), then the states that occur
    std::optional<LegendHistogram> histogram; // below the rows, where the style wants one
    std::vector<ReadingRow> readings; // hotspot readings that occur; empty if none was tested
    std::string readings_title;       // "Compared with Maidstone", "Evidence of change"
    std::string readings_note;        // what the outlines mean
    std::vector<ContextRow> context;  // what else is drawn
    std::string unstable_note;        // what names in italics mean; empty if there are none
};

/// Wards whose band is not stable; their names stand in italics.
[[nodiscard]] std::size_t unstable_wards(const CategoryResult& category);
/// The same for circles: states only; the circles are added to it.
[[nodiscard]] Legend circle_legend_of(const StudyArea& study, const CategoryResult& category,
                                      const Palette& palette);

[[nodiscard]] Legend legend_of(const StudyArea& study, const CategoryResult& category,
                               const Palette& palette);

/// The legend of a map of the hotspot reading alone. Precondition: the category has hotspots.
[[nodiscard]] Legend reading_legend(const StudyArea& study, const CategoryResult& category,
                                    Tone tone = Tone::colour);

} // namespace wardmap::maps
