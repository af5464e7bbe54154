// SPDX-License-Identifier: MIT
// Two categories on one map.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "bands/banding.h"
#include "project/bivariate_spec.h"
#include "tables/cell.h"

namespace wardmap {

/// One side of a bivariate map: a category in up to three classes.
struct BivariateAxis {
    std::string category; // id
    std::string phrase;   // in sentences
    bool named = false;   // named by the project for sentences; else `phrase` is the title
    /// For a rank, the lowest numbers are the high end.
    bool turned = false;
    bands::Banding banding; // of the category's values; two or three bands
    /// For each band, lowest figures first, its place on the axis: 0 low, 1 middle, 2 high. With
    /// two bands none is in the middle.
    std::vector<std::size_t> place_of_band;
};

/// A ward's place on both axes.
struct BivariateWard {
    std::optional<std::size_t> across; // place on the axis; both or none of the two
    std::optional<std::size_t> up;
    /// Known: both figures are known. Suppressed: at least one is; it has a place if its interval
    /// is wholly within a class. Missing takes precedence over not calculable, and that over
    /// suppressed.
    Cell::State state = Cell::State::missing;
};

/// Two categories on one map.
struct BivariateResult {
    project::Bivariate spec; // with its title
    BivariateAxis across;
    BivariateAxis up;
    std::vector<BivariateWard> wards;
    std::array<std::array<std::size_t, 3>, 3> counts{}; // [up][across]: wards with that place
    std::size_t placed = 0;                             // wards with a place
    std::size_t known = 0;                              // wards with both figures
    std::optional<double> correlation;                  // Spearman's among these, high with high
};

} // namespace wardmap
