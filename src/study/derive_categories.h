// SPDX-License-Identifier: MIT
// Categories that are made of others: sums, changes, composites, quotients, overlaps.
#pragma once

#include <string>
#include <vector>

#include "study/study.h"

namespace wardmap {

/// Ids of the parts of `wanted` categories.
[[nodiscard]] std::vector<std::string> parts_of(const std::vector<project::Category>& wanted);

/// The figures of a category made of others that are among `study.categories`; its values too,
/// except those of an overlap, which waits for bands. Precondition: the parts stand.
[[nodiscard]] CategoryResult derive_category(const project::Category& spec, const Study& study);

/// Denominator times the days of the period for each ward; ones where figures are counts. Without
/// `with_days`, or without days, periods count as equally long.
[[nodiscard]] std::vector<Cell> exposure(const Study& study, const CategoryResult& category,
                                         bool with_days = true);

/// The values of an overlap: in how many parts a ward stands in the top band. A withheld figure
/// whose band is not certain makes it an interval. Precondition: the parts' bands stand.
void count_overlap(CategoryResult& overlap, const std::vector<CategoryResult>& categories);

} // namespace wardmap
