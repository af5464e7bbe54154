// SPDX-License-Identifier: MIT
// Each ward's rank among the known wards.
#pragma once

#include <optional>
#include <vector>

#include "study/measured.h"
#include "tables/cell.h"

namespace wardmap {

enum class Order { highest_first, lowest_first };

/// Competition ranking ("1, 2, 2, 4") of the known cells; other cells have no rank.
[[nodiscard]] std::vector<std::optional<Standing>> standings(const std::vector<Cell>& cells,
                                                             Order order);

} // namespace wardmap
