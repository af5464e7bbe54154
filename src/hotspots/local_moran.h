// SPDX-License-Identifier: MIT
// Moran's I: do wards resemble their neighbours, globally and locally?
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "statistics/neighbours.h"

namespace wardmap::hotspots {

/// A ward's quadrant in the Moran scatter plot: its own value, then its neighbours' mean, each
/// against the mean of all wards. A value at the mean counts as high.
enum class Quadrant { high_high, high_low, low_high, low_low };

struct LocalMoran {
    double i = 0;        // Anselin 1995, Geographical Analysis 27(2); row-standardised weights
    double expected = 0; // under conditional permutation (Sokal, Oden & Thomson 1998)
    double variance = 0;
    double z = 0;
    Quadrant quadrant = Quadrant::low_low;
};

/// Without a value: members without neighbours, and all members if all values are equal or there
/// are fewer than 3.
[[nodiscard]] std::vector<std::optional<LocalMoran>>
local_moran(const std::vector<double>& values, const statistics::Neighbours& neighbours);

struct GlobalMoran {
    double i = 0;
    double expected = 0;
    double variance = 0; // under randomisation (Cliff & Ord 1981)
    double z = 0;
    std::size_t wards = 0; // members with neighbours
};

/// Over the members with neighbours; nothing with fewer than 4 of them, or if all are equal.
[[nodiscard]] std::optional<GlobalMoran> global_moran(const std::vector<double>& values,
                                                      const statistics::Neighbours& neighbours);

} // namespace wardmap::hotspots
