// SPDX-License-Identifier: MIT
// Derived categories: sums, changes, composites, quotients, overlaps.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "project/figures.h"
#include "study/banded.h"
#include "study/measured.h"

namespace wardmap::project {
struct Category;
struct CategorySpec;
} // namespace wardmap::project

namespace wardmap {

/// Ids of the parts of these categories.
[[nodiscard]] std::vector<std::string>
part_ids(const std::vector<project::CategorySpec>& categories);

/// The figures of a category derived from those in `measured`; those of an overlap need bands
/// first. `wards`: the number of wards. Throws InputError if a part is missing or unsuitable.
[[nodiscard]] MeasuredCategory derive_category(const project::Category& spec,
                                               const Measured& measured, std::size_t wards);

/// Denominator times the days of the period for each ward; ones if figures are counts. Without
/// `with_days`, or without days, periods count as equally long.
[[nodiscard]] std::vector<Cell> exposure(const std::vector<DenominatorResult>& denominators,
                                         const PublishedCategory& category, bool with_days = true);

/// The values of an overlap: the number of parts in which a ward is in the top band; an interval if
/// a suppressed figure's band is uncertain. Precondition: the parts have bands.
void count_overlap(BandedCategory& overlap, const std::vector<BandedCategory>& categories);

} // namespace wardmap
