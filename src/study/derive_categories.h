// SPDX-License-Identifier: MIT
// Categories that are made of others: sums, changes, composites, quotients, overlaps.
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
[[nodiscard]] std::vector<std::string> part_ids(const std::vector<project::CategorySpec>& categories);

/// The figures of a category made of others that are in `measured`; those of an overlap wait for
/// bands. `wards`: how many there are. Throws InputError if a part is not there or does not fit.
[[nodiscard]] MeasuredCategory derive_category(const project::Category& spec,
                                               const Measured& measured, std::size_t wards);

/// Denominator times the days of the period for each ward; ones where figures are counts. Without
/// `with_days`, or without days, periods count as equally long.
[[nodiscard]] std::vector<Cell> exposure(const std::vector<DenominatorResult>& denominators,
                                         const PublishedCategory& category, bool with_days = true);

/// The values of an overlap: in how many parts a ward is in the top band. A withheld figure whose
/// band is not certain makes it an interval. Precondition: the parts have bands.
void count_overlap(BandedCategory& overlap, const std::vector<BandedCategory>& categories);

} // namespace wardmap
