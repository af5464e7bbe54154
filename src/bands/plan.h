// SPDX-License-Identifier: MIT
// Bands proposed by a scheme, before wards are assigned.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bands/cut.h"
#include "base/finding.h"
#include "project/band_spec.h"

namespace wardmap::bands {

struct Plan {
    project::Scheme scheme = project::Scheme::natural;
    std::string method;    // "natural breaks (Fisher)"
    std::vector<Cut> cuts; // ascending
    /// One for each band, lowest first; "" if a band has no word.
    std::vector<std::string> words;
    /// Ends not derived from the figures: of round steps, fixed breaks, another map's bands.
    std::optional<double> low;
    std::optional<double> high;
    /// Whether the end bands are extended to figures beyond `low` and `high`; else such figures are
    /// an error.
    bool reaches = true;
    bool borrowed = false; // from another map or a file: extended end bands are reported
    Findings findings;     // cuts merged, bands and words omitted
};

/// The bands of `spec` for sorted known values. Cuts that coincide are merged; empty outer bands
/// are omitted if the scheme has no ends of its own; both are reported. Precondition: `sorted` is
/// ascending and not empty. Throws InputError for geometric bands unless all figures are above 0.
[[nodiscard]] Plan plan_bands(std::span<const double> sorted, const project::BandSpec& spec);

/// "natural breaks (Fisher)", "box map, hinge 1.5".
[[nodiscard]] std::string name_of(const project::BandSpec& spec);

} // namespace wardmap::bands
