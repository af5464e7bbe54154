// SPDX-License-Identifier: MIT
// Correction for multiple testing: the false discovery rate and Bonferroni's bound.
#pragma once

#include <vector>

namespace wardmap::hotspots {

/// Benjamini & Hochberg 1995: for each p its q, the least rate of false discoveries at which its
/// test passes; q_(i) = min over j >= i of m p_(j) / j, at most 1. A test passes at a level if q <=
/// level.
[[nodiscard]] std::vector<double> benjamini_hochberg(const std::vector<double>& p);

/// min(1, m p).
[[nodiscard]] std::vector<double> bonferroni(const std::vector<double>& p);

} // namespace wardmap::hotspots
