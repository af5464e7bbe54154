// SPDX-License-Identifier: MIT
// Which categories of a study concern what, for pages that lay them side by side.
#pragma once

#include <vector>

namespace wardmap {

struct CategoryResult;
struct Study;

/// The categories that concern deprivation: by their words, or as ranks of it.
[[nodiscard]] std::vector<const CategoryResult*> deprivation_of(const Study& study);

/// The categories whose high readings are counted together: tested, made of a table of their own,
/// and none of them the same figures twice.
[[nodiscard]] std::vector<const CategoryResult*> overlapping(const Study& study);

} // namespace wardmap
