// SPDX-License-Identifier: MIT
// The bands of one category: breaks, consistent labels, and each ward's band.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "bands/cut.h"
#include "bands/fit.h"
#include "base/finding.h"
#include "project/band_spec.h"

namespace wardmap::bands {

/// One class of a category, left-closed: [low, high), the highest [low, high].
struct Band {
    double low = 0;
    double high = 0;
    /// The range as printed: "81–175", "2.5–4.9", "12" if both ends print alike. Ends of
    /// neighbouring bands never touch, and every printed figure is between the ends of its own
    /// band.
    std::string range;
    std::string word;           // the project's own word for it; may be empty
    std::size_t known = 0;      // wards with a known figure in it
    std::size_t suppressed = 0; // suppressed wards with their whole interval in it
};

struct Banding {
    project::Scheme scheme = project::Scheme::natural;
    std::string method;      // "natural breaks (Fisher)"
    std::vector<Band> bands; // lowest first; empty if no ward has a known figure
    std::vector<Cut> cuts;   // between them, at their printed values
    std::vector<std::optional<std::size_t>>
        band_of;      // per ward; also for suppressed wards with their whole interval in one band
    int decimals = 0; // of printed figures and of the ranges
    Fit fit;
    Findings findings; // fewer distinct values than bands; coinciding cuts merged; empty bands
};

/// "natural breaks (Fisher), 5 bands", for the method line.
[[nodiscard]] std::string describe(const Banding& banding);

} // namespace wardmap::bands
