// SPDX-License-Identifier: MIT
// The steps of a series as categories of their own, so that they can be drawn one after another.
#pragma once

#include <vector>

namespace wardmap {

struct CategoryResult;
struct Study;

/// One category for each step, oldest first; its period is the step's label. All are in the same
/// bands: those that the category's scheme makes of all steps together (natural breaks where the
/// bands are fixed, kept or another category's: those are of the whole period). Steps are not
/// tested for hotspots. Empty if there is no series.
[[nodiscard]] std::vector<CategoryResult> step_categories(const Study& study,
                                                          const CategoryResult& category);

} // namespace wardmap
