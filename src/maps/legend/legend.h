// SPDX-License-Identifier: MIT
// The legend as text and numbers, before layout, and its guarantee.
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
    std::optional<Fill> fill; // only on a map of the reading alone
    std::string words;
    std::size_t wards = 0;
    bool marked = true; // has a mark on the map
};

struct LegendRow {
    Fill fill;
    std::string range; // "35.0–72.1"; empty for a state
    std::string words; // the project's word for the band, or the meaning of the state
    std::size_t wards = 0;
    std::string brief; // for a state, if there is space for only a word: "withheld"
};

/// Histogram of the wards' figures: see histogram.h.
struct LegendHistogram {
    std::vector<Cell> values;
    bands::Banding banding;
    std::vector<paint::Colour> colours; // of the bands
    std::optional<double> area;         // figure of the whole area, if known
    std::string area_words;             // "Maidstone: 22.3"
};

struct Legend {
    std::string title;                 // "Incidents per 1,000 residents"
    std::string whole_area;            // "Maidstone: 22.3"; empty if there is no such figure
    std::optional<ClassSquare> square; // instead of bands, on a bivariate map
    std::vector<CircleRow> circles;    // instead of bands, if counts are circles
    paint::Colour circle;              // their colour
    std::vector<LegendRow>
        rows; // bands from high to low (darkest first), then the states that occur
    std::optional<LegendHistogram> histogram; // below the rows, if the style has one
    std::vector<ReadingRow> readings; // hotspot readings that occur; empty if nothing was tested
    std::string readings_title;       // "Compared with Maidstone", "Evidence of change"
    std::string readings_note;        // meaning of the outlines
    std::vector<ContextRow> context;  // context layers
    std::string unstable_note;        // meaning of names in italics; empty if there are none
};

/// Wards whose band is not stable; their names are in italics.
[[nodiscard]] std::size_t unstable_wards(const CategoryResult& category);
/// The same for circles: states only, to which the circles are added.
[[nodiscard]] Legend circle_legend_of(const StudyArea& study, const CategoryResult& category,
                                      const Palette& palette);

[[nodiscard]] Legend legend_of(const StudyArea& study, const CategoryResult& category,
                               const Palette& palette);

/// The legend of a map of the hotspot reading alone. Precondition: the category has hotspots.
[[nodiscard]] Legend reading_legend(const StudyArea& study, const CategoryResult& category,
                                    Tone tone = Tone::colour);

} // namespace wardmap::maps
