// SPDX-License-Identifier: MIT
// Whether a ward's latest period is above the level implied by its own history. Private to study/.
#pragma once

#include <optional>
#include <vector>

#include "study/category_result.h"

namespace wardmap {

/// Needs at least 12 periods. Months without a gap and with two years before the latest are tested
/// by Farrington's method, with season; others by EARS C2 (see statistics/farrington.h, ears.h).
/// Empty with fewer periods, or for months with a gap; nothing for a ward whose figures are not all
/// known counts. `steps` oldest first.
[[nodiscard]] std::vector<std::optional<Alert>> alerts_of(const std::vector<Step>& steps);

} // namespace wardmap
