// SPDX-License-Identifier: MIT
// Fourth stage: measures, ranks and the whole area's values from figures. Private to study/.
#pragma once

#include <vector>

#include "project/figures.h"
#include "study/measured.h"
#include "study/published.h"

namespace wardmap::project {
struct CategorySpec;
struct Project;
} // namespace wardmap::project

namespace wardmap {

struct WardSet;

/// Measure, unit, ranks and the whole area's value of one category.
[[nodiscard]] MeasuredCategory measure_category(PublishedCategory category,
                                                const std::vector<DenominatorResult>& denominators,
                                                const WardSet& wards);

/// All published categories and those derived from them, in the order of `categories`. Throws
/// InputError with the errors of all that cannot be derived.
[[nodiscard]] Measured measure_categories(Published published,
                                          const std::vector<project::CategorySpec>& categories,
                                          const project::Project& project, const WardSet& wards);

} // namespace wardmap
