// SPDX-License-Identifier: MIT
// What the tests of a category's wards found: against the area's rate, among the wards, and their
// neighbours.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/finding.h"
#include "hotspots/local_moran.h"
#include "hotspots/own_level.h"
#include "hotspots/reading.h"
#include "hotspots/surroundings.h"
#include "project/hotspot_spec.h"
#include "statistics/funnel.h"
#include "statistics/intervals.h"

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

} // namespace wardmap::hotspots
