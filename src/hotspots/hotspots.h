// SPDX-License-Identifier: MIT
// The hotspot reading of one category: every test, corrected and not, and what follows from them.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/finding.h"
#include "hotspots/field.h"
#include "hotspots/getis_ord.h"
#include "hotspots/local_moran.h"
#include "hotspots/own_level.h"
#include "hotspots/reading.h"
#include "measures/change.h"
#include "project/project.h"
#include "tables/cell.h"

namespace wardmap::hotspots {

struct Request {
    const std::vector<Cell>& values;       // the measure, one cell per ward
    const std::vector<Cell>& figures;      // counts; used where there are denominators
    const std::vector<Cell>& denominators; // empty: wards are not tested by themselves
    Spread spread = Spread::poisson;
    const Neighbours& neighbours;
    project::HotspotSpec spec;
    int threads = 0;
    /// How many of the wards, at the end, stand around the area: they are neighbours of its edge
    /// and part of the mean that neighbourhoods are tested against, and are not tested themselves.
    std::size_t around = 0;
};

struct WardHotspot {
    std::optional<GiStar> gi; // of the measure
    double gi_p = 1;          // by the chosen method; of the middle where figures are withheld
    double gi_q = 1;          // corrected for the number of wards tested
    std::optional<LocalMoran> moran;
    std::optional<OwnLevel> own;
    double own_q = 1;
    std::optional<double> smoothed; // spatial empirical Bayes, in the unit of the measure / per
    std::optional<Tested> ward_level_test;
    std::optional<Tested> neighbourhood_test;
    CombinedReading joint;
};

struct Hotspots {
    project::HotspotSpec spec; // as used
    std::vector<WardHotspot> wards;
    std::optional<GlobalMoran> moran;
    Dispersion dispersion;
    double rate = 0;              // of the whole area, per person
    std::size_t own_tests = 0;    // wards tested by themselves
    std::size_t gi_tests = 0;     // wards tested with their neighbours
    std::size_t islands = 0;      // wards with a figure and without neighbours that have one
    std::size_t permutations = 0; // 0: the normal curve was used
    std::size_t around = 0;       // wards around the area with a figure, used as neighbours
    Findings findings;
};

/// The least number of wards that neighbourhood statistics are worth computing for.
inline constexpr std::size_t least_wards = 10;

[[nodiscard]] Hotspots find_hotspots(const Request& request);

/// The reading of changes: risen, fallen, no evidence of change, after the same correction. A ward
/// whose verdict withheld counts decide is uncertain; own_q holds the corrected p.
[[nodiscard]] Hotspots read_changes(const std::vector<std::optional<measures::Change>>& changes,
                                    const project::HotspotSpec& spec);

} // namespace wardmap::hotspots
