// SPDX-License-Identifier: MIT
// Categories that are laid side by side in one set of bands: the periods of a series, or a category
// and those that take its bands.
#pragma once

#include <string>
#include <vector>

#include "study/category_result.h"

namespace wardmap {

struct Study;

/// Maps that are compared with each other.
struct PeriodSet {
    std::string id; // of the series, or of the category whose bands the others take
    /// Whether the maps are periods of the same thing, oldest first as the project has them; else
    /// they are different things.
    bool through_time = true;
    std::vector<CategoryResult> maps; // in their order, untested; each in the bands of all
    std::vector<std::string> heads;   // what distinguishes each map from the others: "January 2014"
    /// All maps as one category: the figures, values and bands of their wards, map after map. Its
    /// title is what the titles have in common, its period the whole span.
    CategoryResult together;
};

/// One set for each series of at least two periods, and one for each category that lends its bands
/// (same_as), with those that take them: two of them at least, in the order of the project. A
/// series that lends its bands has the set of its own periods.
[[nodiscard]] std::vector<PeriodSet> period_sets(const Study& study);

} // namespace wardmap
