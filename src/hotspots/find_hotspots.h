// SPDX-License-Identifier: MIT
// Tests the wards of a category: against the area's rate, among the wards, and their neighbours.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "hotspots/hotspots.h"
#include "measures/change.h"
#include "project/hotspot_spec.h"
#include "statistics/funnel.h"
#include "statistics/neighbours.h"
#include "tables/cell.h"

namespace wardmap::hotspots {

struct Request {
    const std::vector<Cell>& values;       // the measure, one cell per ward
    const std::vector<Cell>& figures;      // counts; used if there are denominators
    const std::vector<Cell>& denominators; // empty: wards are not tested by themselves
    statistics::Distribution kind = statistics::Distribution::poisson;
    const statistics::Neighbours& neighbours;
    project::HotspotSpec spec;
    int threads = 0;
    /// How many of the wards, at the end, are around the area: they are neighbours of its edge
    /// and part of what neighbourhoods are compared with, and are not tested themselves.
    std::size_t around = 0;
    Reference reference = {};
    WhyNot why_not = WhyNot::tested;
};

/// The least number of wards that neighbourhoods are tested among.
inline constexpr std::size_t least_wards = 10;

/// Without `of` neighbourhoods are tested on smoothed rates (empirical Bayes) if more than a
/// quarter of the wards expect fewer events than this, else on the measure.
inline constexpr double few_expected = 5;

[[nodiscard]] Hotspots find_hotspots(const Request& request);

/// The reading of changes: risen, fallen, within what chance explains, after the same correction;
/// and whether that is more or less than the area's own change. Both count with over-dispersion. A
/// ward whose verdict withheld counts decide is uncertain.
[[nodiscard]] Hotspots read_changes(const std::vector<std::optional<measures::Change>>& changes,
                                    const measures::AreaChange& area,
                                    const project::HotspotSpec& spec);

} // namespace wardmap::hotspots
