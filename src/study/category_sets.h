// SPDX-License-Identifier: MIT
// Sets of categories of a study, for pages that show them together.
#pragma once

#include <vector>

namespace wardmap {

struct CategoryResult;
struct Study;

/// The categories that concern deprivation, by their words or as ranks of it.
[[nodiscard]] std::vector<const CategoryResult*> deprivation_of(const Study& study);

/// The categories whose high readings are counted together: tested, with their own table, and
/// without repeating the same figures.
[[nodiscard]] std::vector<const CategoryResult*> overlapping(const Study& study);

} // namespace wardmap
