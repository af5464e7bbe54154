// SPDX-License-Identifier: MIT
// The wards included in a statistic, with their values and neighbours among themselves.
#pragma once

#include <cstddef>
#include <vector>

#include "statistics/neighbours.h"
#include "tables/cell.h"

namespace wardmap::hotspots {

using statistics::Neighbours;

/// The wards with a figure (known or suppressed), renumbered from 0. `low` and `high` are the ends
/// of each figure, equal if it is known. A link to a ward without a figure is dropped.
struct Field {
    std::vector<std::size_t> wards; // ward of each member
    std::vector<double> low;
    std::vector<double> high;
    Neighbours neighbours;
    std::size_t suppressed = 0;

    [[nodiscard]] std::size_t size() const { return wards.size(); }
};

[[nodiscard]] inline Field field_of(const std::vector<Cell>& cells, const Neighbours& neighbours) {
    constexpr auto none = static_cast<std::size_t>(-1);
    Field field;
    std::vector<std::size_t> member(cells.size(), none);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].is_known() && !cells[i].is_suppressed()) continue;
        member[i] = field.size();
        field.wards.push_back(i);
        field.low.push_back(cells[i].low());
        field.high.push_back(cells[i].high());
        if (cells[i].is_suppressed()) ++field.suppressed;
    }
    for (const auto ward : field.wards) {
        auto& list = field.neighbours.emplace_back();
        for (const auto other : neighbours[ward]) {
            if (member[other] != none) list.push_back(member[other]);
        }
    }
    return field;
}

/// Each figure, suppressed ones at the midpoint.
[[nodiscard]] inline std::vector<double> middle_of(const Field& field) {
    std::vector<double> middle;
    for (std::size_t i = 0; i < field.size(); ++i) {
        middle.push_back((field.low[i] + field.high[i]) / 2);
    }
    return middle;
}

} // namespace wardmap::hotspots
