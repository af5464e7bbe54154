// SPDX-License-Identifier: MIT
#include "study/standing.h"

#include <algorithm>
#include <functional>

namespace wardmap {

std::vector<std::optional<Standing>> standings(const std::vector<Cell>& cells, Order order) {
    std::vector<double> keys; // the best first
    for (const auto& cell : cells) {
        if (cell.is_known())
            keys.push_back(order == Order::highest_first ? -cell.value() : cell.value());
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::optional<Standing>> places(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].is_known()) continue;
        const double key = order == Order::highest_first ? -cells[i].value() : cells[i].value();
        const auto [first, last] = std::equal_range(keys.begin(), keys.end(), key);
        places[i] = Standing{static_cast<std::size_t>(first - keys.begin()) + 1, keys.size(),
                             last - first > 1};
    }
    return places;
}

} // namespace wardmap
