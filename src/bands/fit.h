// SPDX-License-Identifier: MIT
// How well bands represent the figures in them.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tables/cell.h"

namespace wardmap::bands {

struct Fit {
    double gvf = 1; // goodness of variance fit, 1 - within/total (1 if all are equal)
    double tai = 1; // tabular accuracy index, the same with absolute deviations
};

/// Jenks and Caspall 1971; Slocum et al. 2009. Known cells only; each has a band below `bands`.
[[nodiscard]] Fit fit_of(const std::vector<Cell>& cells,
                         const std::vector<std::optional<std::size_t>>& band_of, std::size_t bands);

} // namespace wardmap::bands
