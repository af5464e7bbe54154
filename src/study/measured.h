// SPDX-License-Identifier: MIT
// Categories with the values to be banded.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "measures/change.h"
#include "measures/unit.h"
#include "study/published.h"

namespace wardmap {

/// A ward's place among the known wards of a category: 1 = highest (for a rank measure 1 = lowest
/// number). Ties share the best rank.
struct Standing {
    std::size_t rank = 0;
    std::size_t of = 0;
    bool tied = false;
    std::size_t worst = 0; // its rank if every suppressed figure that may be ahead of it is
};

/// Every vector has one entry per ward.
struct MeasuredCategory : PublishedCategory {
    std::vector<Cell> values;                             // the measure
    std::vector<std::optional<Standing>> standings;       // of `values`; known wards only
    std::vector<std::optional<measures::Change>> changes; // for a change; else empty
    measures::AreaChange area_change;                     // of a change
    /// Composite: the best and worst rank of each ward with one part omitted; else empty.
    std::vector<std::optional<std::pair<std::size_t, std::size_t>>> ranks_without_one;
    measures::Unit unit;           // of `values`: "incidents per 1,000 residents"
    std::string denominator_label; // "residents, 2011 Census"; empty if there is none
    /// The whole area's value, if it can be calculated: sum of figures over sum of denominators.
    /// Suppressed (an interval) if some wards are; missing if meaningless (mean, rank).
    Cell area_value;
};

struct Measured {
    std::vector<DenominatorResult> denominators;
    std::vector<MeasuredCategory> categories; // in the order of the project
};

} // namespace wardmap
