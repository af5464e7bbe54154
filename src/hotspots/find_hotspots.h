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
    const std::vector<Cell>& denominators; // empty: wards are not tested individually
    statistics::Distribution kind = statistics::Distribution::poisson;
    const statistics::Neighbours& neighbours;
    project::HotspotSpec spec;
    int threads = 0;
    /// Number of trailing wards that are outside the area. They count as neighbours and enter the
    /// mean, but are not tested.
    std::size_t around = 0;
    Reference reference = {};
    WhyNot why_not = WhyNot::tested;
};

/// Minimum number of wards for testing neighbourhoods.
inline constexpr std::size_t least_wards = 10;

/// By default neighbourhoods are tested on smoothed rates (empirical Bayes) if more than a quarter
/// of the wards expect fewer events than this, else on the measure.
inline constexpr double few_expected = 5;

[[nodiscard]] Hotspots find_hotspots(const Request& request);

/// The reading of changes: risen, fallen or unchanged, after the same correction; and whether that
/// is more or less than the area's own change. Both allow for over-dispersion. A ward is uncertain
/// if its verdict depends on suppressed counts.
[[nodiscard]] Hotspots read_changes(const std::vector<std::optional<measures::Change>>& changes,
                                    const measures::AreaChange& area,
                                    const project::HotspotSpec& spec);

} // namespace wardmap::hotspots
