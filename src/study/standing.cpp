// SPDX-License-Identifier: MIT
#include "study/standing.h"

#include <algorithm>
#include <functional>

namespace wardmap {

namespace {

/// Smaller is better.
double key_of(double value, Order order) {
    return order == Order::highest_first ? -value : value;
}

} // namespace

std::vector<std::optional<Standing>> standings(const std::vector<Cell>& cells, Order order) {
    std::vector<double> keys;     // the best first
    std::vector<double> withheld; // each at its best possible value
    for (const auto& cell : cells) {
        if (cell.is_known()) keys.push_back(key_of(cell.value(), order));
        if (cell.is_suppressed()) {
            withheld.push_back(std::min(key_of(cell.low(), order), key_of(cell.high(), order)));
        }
    }
    std::sort(keys.begin(), keys.end());
    std::sort(withheld.begin(), withheld.end());
    std::vector<std::optional<Standing>> places(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].is_known()) continue;
        const double key = key_of(cells[i].value(), order);
        const auto ahead = static_cast<std::size_t>(
            std::lower_bound(withheld.begin(), withheld.end(), key) - withheld.begin());
        const auto [first, last] = std::equal_range(keys.begin(), keys.end(), key);
        places[i] =
            Standing{static_cast<std::size_t>(first - keys.begin()) + 1, keys.size(),
                     last - first > 1, static_cast<std::size_t>(first - keys.begin()) + 1 + ahead};
    }
    return places;
}

} // namespace wardmap
