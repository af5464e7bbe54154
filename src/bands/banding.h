// SPDX-License-Identifier: MIT
// The bands of one category: breaks, labels that can be trusted, and each ward's band.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "bands/cut.h"
#include "bands/fit.h"
#include "bands/plan.h"
#include "base/finding.h"
#include "project/band_spec.h"
#include "tables/cell.h"

namespace wardmap::bands {

/// One class of a category, left-closed: [low, high), the highest [low, high].
struct Band {
    double low = 0;
    double high = 0;
    /// The range as printed: "81–175", "2.5–4.9", "12" where both ends print alike. Ends of
    /// neighbouring bands never touch, and every printed figure lies between the ends of its own
    /// band.
    std::string range;
    std::string word;           // the project's own word for it; may be empty
    std::size_t known = 0;      // wards whose known figure lies in it
    std::size_t suppressed = 0; // wards whose whole interval lies in it
};

struct Banding {
    project::Scheme scheme = project::Scheme::natural;
    std::string method;      // "natural breaks (Fisher)"
    std::vector<Band> bands; // lowest first; empty where no ward has a known figure
    std::vector<Cut> cuts;   // between them, where they are printed
    std::vector<std::optional<std::size_t>> band_of; // per ward; also for suppressed wards whose
                                                     // whole interval falls in one band
    int decimals = 0;                                // of printed figures and of the ranges
    Fit fit;
    Findings findings; // fewer distinct values than bands; coinciding cuts merged; empty bands
};

/// Bands the known cells after `spec`. Suppressed wards take a band where their whole interval lies
/// in it; the lowest band then reaches down (the highest up) to hold the interval, so that the
/// printed range is true of every ward drawn in it. `least_decimals` is where labels start; more
/// are used where the guarantee of Band::range needs them. Precondition: spec.count 2 to 9 (1 band
/// is used where all are equal). Throws InputError for fixed breaks that leave a known figure
/// outside.
[[nodiscard]] Banding make_bands(const std::vector<Cell>& cells, const project::BandSpec& spec,
                                 int least_decimals);

/// The same for bands that are planned already. End bands that have to reach beyond the plan's ends
/// do so, and that is reported.
[[nodiscard]] Banding fill_bands(const std::vector<Cell>& cells, const Plan& plan,
                                 int least_decimals);

/// The bands of one map as a plan for another: same cuts, ends and words. `method` is what the
/// other map calls them. Precondition: there are bands.
[[nodiscard]] Plan plan_of(const Banding& banding, std::string method);

/// "natural breaks (Fisher), 5 bands", for the method line.
[[nodiscard]] std::string describe(const Banding& banding);

} // namespace wardmap::bands
