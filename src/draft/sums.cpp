// SPDX-License-Identifier: MIT
#include "draft/sums.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <variant>
#include <vector>

#include "tables/read_cell.h"

namespace wardmap::draft {
namespace {

/// The figures of one area, period and remaining words, by the text of the column.
using Group = std::map<std::string, double>;

std::vector<Group> groups_of(const Roles& roles, const ColumnRole& column, std::size_t figure) {
    std::map<std::string, Group> groups;
    for (const auto* const row : roles.rows) {
        const auto reading = tables::read_cell(row->cells[figure], {}, tables::FigureKind::number);
        const auto* const cell = std::get_if<Cell>(&reading);
        std::string beside;
        for (const auto& other : roles.columns) {
            const bool words = other.role == Role::period || other.role == Role::breakdown ||
                               other.role == Role::indicator || other.role == Role::kind_of_value;
            const bool key = other.column == roles.keys.front();
            if (other.column != column.column && (words || key)) {
                beside += row->cells[other.column] + '\n';
            }
        }
        auto& group = groups[beside];
        if (cell != nullptr && cell->is_known()) group[row->cells[column.column]] += cell->value();
    }
    std::vector<Group> all;
    for (auto& [beside, group] : groups) {
        all.push_back(std::move(group));
    }
    return all;
}

bool is_sum(const std::vector<Group>& groups, const std::string& text, std::size_t texts) {
    constexpr std::size_t least = 3;
    std::size_t fitting = 0;
    std::size_t asked = 0;
    for (const auto& group : groups) {
        const auto own = group.find(text);
        if (own == group.end() || group.size() < texts) continue;
        double others = -own->second;
        for (const auto& [other, value] : group) {
            others += value;
        }
        if (own->second <= 0) continue;
        ++asked;
        const double rounding =
            std::fmod(own->second, 1) == 0 ? 0.5 : 0.06 * static_cast<double>(texts);
        if (std::abs(others - own->second) <= rounding) ++fitting;
    }
    return asked >= least && 20 * fitting >= 19 * asked;
}

} // namespace

std::string total_of(const Roles& roles, const ColumnRole& column, std::size_t figure) {
    const auto groups = groups_of(roles, column, figure);
    std::string total;
    for (const auto& text : column.texts) {
        if (!is_sum(groups, text, column.texts.size())) continue;
        if (!total.empty()) return {};
        total = text;
    }
    return total;
}

} // namespace wardmap::draft
