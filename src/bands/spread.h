// SPDX-License-Identifier: MIT
// Schemes that show a ward's position in the distribution of all wards, with a word for each band.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace wardmap::bands {

struct WordedBreaks {
    std::vector<double> breaks;     // inner ones; may coincide, or are outside the values
    std::vector<std::string> words; // one for each band, lowest first
};

/// Mean -2s, -s, 0, +s, +2s, with s over n - 1 (GeoDa's standard deviation map). No breaks if all
/// values are equal.
[[nodiscard]] WordedBreaks deviation_breaks(std::span<const double> sorted);

/// Quartiles (type 7) and the fences `hinge` interquartile ranges beyond them (Tukey's box; the box
/// map of Anselin 1994). The fences may be outside the values.
[[nodiscard]] WordedBreaks box_breaks(std::span<const double> sorted, double hinge);

/// The quantiles (type 7) at 1, 10, 50, 90 and 99% (GeoDa's percentile map).
[[nodiscard]] WordedBreaks percentile_breaks(std::span<const double> sorted);

} // namespace wardmap::bands
