// SPDX-License-Identifier: MIT
// A small map of a category, with the listed wards outlined and numbered. Private to briefing/.
#pragma once

#include <string>
#include <vector>

#include "briefing/entries.h"

namespace wardmap::briefing {

/// Inputs of the maps.
struct MapInputs {
    const Briefing& briefing;
    const style::Style& style;
    const paint::TextMetrics& metrics;
    const maps::BaseMap& ground;
    const std::vector<Entry>& entries;
};

/// Common heights of maps side by side, so that they align.
struct MapRoom {
    double title_mm = 0;
    double legend_mm = 0;
    double map_mm = 0;

    [[nodiscard]] double height_mm() const;
};

/// For maps of these categories, each of the given width; the maps themselves at most `most_mm`
/// high.
[[nodiscard]] MapRoom room_for(const MapInputs& inputs, const std::vector<const Subject*>& subjects,
                               double width_mm, double most_mm);

/// The map within a box of the given width and the common height.
[[nodiscard]] std::vector<paint::Item> small_map(const MapInputs& inputs, const Subject& subject,
                                                 const geo::Box& box, const MapRoom& room);

/// Text alternative.
[[nodiscard]] std::string small_map_alt(const MapInputs& inputs, const Subject& subject);

/// The categories to be mapped: at most `most`, those that give the listed wards most points, in
/// the project's order.
[[nodiscard]] std::vector<const Subject*>
mapped(const Briefing& briefing, const std::vector<Entry>& entries, std::size_t most);

} // namespace wardmap::briefing
