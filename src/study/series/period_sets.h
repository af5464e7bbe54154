// SPDX-License-Identifier: MIT
// Categories shown side by side in the same bands: the periods of a series, or a category and those
// that use its bands.
#pragma once

#include <string>
#include <vector>

#include "study/category_result.h"

namespace wardmap {

struct Study;

/// Maps for comparison.
struct PeriodSet {
    std::string id; // of the series, or of the category whose bands the others use
    /// Whether the maps show periods of the same thing, oldest first; else they show different
    /// things.
    bool through_time = true;
    std::vector<CategoryResult> maps; // in order, untested; all in the same bands
    std::vector<std::string> heads;   // what distinguishes each map from the others: "January 2014"
    /// All maps as one category: the figures, values and bands of their wards, map after map. Its
    /// title is the common part of the titles, its period the whole span.
    CategoryResult together;
};

/// One set for each series of at least two periods, and one for each category that lends its bands
/// (same_as), with at least two users, in the order of the project. A series that lends its bands
/// has the set of its own periods.
[[nodiscard]] std::vector<PeriodSet> period_sets(const Study& study);

} // namespace wardmap
