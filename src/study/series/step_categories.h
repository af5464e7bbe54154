// SPDX-License-Identifier: MIT
// The steps of a series as separate categories, so that each can be drawn.
#pragma once

#include <vector>

namespace wardmap {

struct CategoryResult;
struct Study;

/// One category for each step, oldest first; its period is the step's label. All are in the same
/// bands: those of the category's scheme over all steps together (natural breaks if the bands are
/// fixed, frozen or another category's, because those apply to the whole period). Steps are not
/// tested for hotspots. Empty if there is no series.
[[nodiscard]] std::vector<CategoryResult> step_categories(const Study& study,
                                                          const CategoryResult& category);

} // namespace wardmap
