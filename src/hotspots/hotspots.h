// SPDX-License-Identifier: MIT
// The tests of a category's wards: against the area's rate, among the wards, and their neighbours.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/finding.h"
#include "hotspots/field.h"
#include "hotspots/local_moran.h"
#include "hotspots/own_level.h"
#include "hotspots/reading.h"
#include "hotspots/surroundings.h"
#include "measures/change.h"
#include "project/hotspot_spec.h"
#include "tables/cell.h"

namespace wardmap::hotspots {

/// Why wards are not tested individually.
enum class WhyNot {
    tested,
    count,         // no denominator
    density,       // per km², not per person or thing at risk
    mean,          // without published limits
    share_of_sum,  // the wards' shares of their own total
    weighted,      // a weighted sum does not vary as a count does
    made_of_others // an index, quotient or overlap of other categories
};

struct Request {
    const std::vector<Cell>& values;       // the measure, one cell per ward
    const std::vector<Cell>& figures;      // counts; used if there are denominators
    const std::vector<Cell>& denominators; // empty: wards are not tested individually
    statistics::Distribution kind = statistics::Distribution::poisson;
    const Neighbours& neighbours;
    project::HotspotSpec spec;
    int threads = 0;
    /// Number of trailing wards that are outside the area. They count as neighbours and enter the
    /// mean, but are not tested.
    std::size_t around = 0;
    Reference reference = {};
    WhyNot why_not = WhyNot::tested;
};

struct WardHotspot {
    std::optional<OwnLevel> own; // questions 1 and 2
    statistics::Interval own_q{1, 1};
    std::optional<Tested> exceptional;        // question 2
    std::optional<Surroundings> surroundings; // question 3
    statistics::Interval around_q{1, 1};
    std::optional<Tested> neighbours;
    std::optional<LocalMoran> moran;
    /// Probability that its true rate is above the reference; nothing if wards do not differ beyond
    /// chance, or suppressed figures leave it undetermined.
    std::optional<double> probability_above;
    std::optional<double> smoothed; // spatial empirical Bayes, in the unit of the measure / per
    std::optional<Tested> change;   // for changes: against no change
    statistics::Interval change_q{1, 1};
    std::optional<Tested> area_change; // against the area's own
    statistics::Interval area_change_q{1, 1};
    Reading reading;
    std::size_t cluster = 0; // of high wards, numbered from 1; 0: in none
};

struct Hotspots {
    project::HotspotSpec spec; // as used
    std::vector<WardHotspot> wards;
    std::optional<GlobalMoran> moran;
    AreaRate area;                         // the reference rate
    statistics::Interval dispersion{1, 1}; // phi
    statistics::Distribution kind = statistics::Distribution::poisson;
    WhyNot why_not = WhyNot::tested;
    std::size_t own_tests = 0;    // wards compared with the area's rate
    std::size_t funnel_tests = 0; // wards compared with one another
    std::size_t around_tests = 0; // wards whose neighbours are tested
    std::size_t islands = 0;      // wards with a figure but no neighbours with one
    std::size_t permutations = 0; // 0: the normal curve was used
    std::size_t around = 0;       // wards around the area with a figure, used as neighbours
    project::HotspotSpec::Of tested_on = project::HotspotSpec::Of::measure;
    Findings findings;
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
