// SPDX-License-Identifier: MIT
// Importance of naming each ward.
#pragma once

#include <vector>

namespace wardmap {
struct CategoryResult;
}

namespace wardmap::maps {

/// For each ward: first those with an outline (high, beside high ones, changed), firm before
/// tentative, then the others; among these the higher value first. 0 is the least.
[[nodiscard]] std::vector<double> importance_of(const CategoryResult& category);

} // namespace wardmap::maps
