// SPDX-License-Identifier: MIT
// A category on a map as small as a stamp, with the listed wards outlined and numbered. Private to
// briefing/.
#pragma once

#include <string>
#include <vector>

#include "briefing/entries.h"

namespace wardmap::briefing {

/// What the maps are made with.
struct MapInputs {
    const Briefing& briefing;
    const style::Style& style;
    const paint::TextMetrics& metrics;
    const maps::BaseMap& ground;
    const std::vector<Entry>& entries;
};

/// Heights that maps side by side share, so that they align.
struct MapRoom {
    double title_mm = 0;
    double legend_mm = 0;
    double map_mm = 0;

    [[nodiscard]] double height_mm() const;
};

/// For maps of these categories, each so wide; the maps themselves at most `most_mm` high.
[[nodiscard]] MapRoom room_for(const MapInputs& inputs, const std::vector<const Subject*>& subjects,
                               double width_mm, double most_mm);

/// Within a box as wide as was asked for, and as high as the room.
[[nodiscard]] std::vector<paint::Item> small_map(const MapInputs& inputs, const Subject& subject,
                                                 const geo::Box& box, const MapRoom& room);

/// What it shows, for those who cannot see it.
[[nodiscard]] std::string small_map_alt(const MapInputs& inputs, const Subject& subject);

/// The categories to be mapped: those that give the listed wards most points, in the project's
/// order; `most` at the most.
[[nodiscard]] std::vector<const Subject*>
mapped(const Briefing& briefing, const std::vector<Entry>& entries, std::size_t most);

} // namespace wardmap::briefing
