// SPDX-License-Identifier: MIT
// Whether a ward's latest period is above what its own past implies. Private to study/.
#pragma once

#include <optional>
#include <vector>

#include "study/category_result.h"

namespace wardmap {

/// With 12 periods or more. Months without a gap and two years before the latest are judged by
/// Farrington's method, with season; others by EARS C2 (see statistics/farrington.h, ears.h).
/// Empty with fewer periods, and of months with a gap; nothing for a ward whose figures are not all
/// known counts. `steps` oldest first.
[[nodiscard]] std::vector<std::optional<Alert>> alerts_of(const std::vector<Step>& steps);

} // namespace wardmap
