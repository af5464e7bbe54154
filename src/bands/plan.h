// SPDX-License-Identifier: MIT
// Bands as a scheme proposes them, before wards are put in.
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
    std::vector<Cut> cuts; // rising
    /// One for each band, lowest first; "" where a band has no word.
    std::vector<std::string> words;
    /// Ends that do not come from the figures: of round steps, fixed breaks, bands of another map.
    std::optional<double> low;
    std::optional<double> high;
    /// Whether the end bands reach on to figures beyond `low` and `high`; else such figures are an
    /// error.
    bool reaches = true;
    bool borrowed = false; // from another map or a file: reported where end bands reach on
    Findings findings;     // cuts merged, bands and words left out
};

/// The bands of `spec` for sorted known values. Cuts that coincide are merged, outer bands without
/// a figure are left out where the scheme has no ends of its own, and both are reported.
/// Precondition: `sorted` rises and is not empty. Throws InputError for geometric bands of figures
/// that are not all above 0.
[[nodiscard]] Plan plan_bands(std::span<const double> sorted, const project::BandSpec& spec);

/// "natural breaks (Fisher)", "box map, hinge 1.5".
[[nodiscard]] std::string name_of(const project::BandSpec& spec);

} // namespace wardmap::bands
