// SPDX-License-Identifier: MIT
#include "join/parent_column.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "join/fold_name.h"
#include "join/ward_index.h"

namespace wardmap::join {
namespace {

bool is_taken(std::size_t column, const tables::Table& table, const KeyColumns& columns,
              const Request& request) {
    return column == columns.key ||
           std::find(columns.checks.begin(), columns.checks.end(), column) !=
               columns.checks.end() ||
           std::any_of(request.values.begin(), request.values.end(),
                       [&](const auto& value) { return table.column(value) == column; });
}

/// The parents of the wards' rows; nothing if the column has too many of them, or numbers.
std::optional<ParentColumn> parents_in(std::size_t column,
                                       const std::vector<const tables::Row*>& rows) {
    ParentColumn parents{column, {}, {}};
    std::size_t filled = 0;
    for (const auto* const row : rows) {
        const auto& text = row->cells[column];
        if (text.empty()) continue;
        if (text::parse_number(text)) return std::nullopt;
        ++filled;
        if (parents.own.insert(fold_district(text)).second) parents.own_texts.push_back(text);
    }
    constexpr std::size_t wards_for_each = 3;
    if (2 * filled <= rows.size() || wards_for_each * parents.own.size() > rows.size()) {
        return std::nullopt;
    }
    return parents;
}

} // namespace

std::optional<ParentColumn> find_parent_column(const tables::Table& table,
                                               const KeyColumns& columns, const Request& request,
                                               const std::vector<const tables::Row*>& rows) {
    if (rows.empty() || rows.size() == table.rows.size()) return std::nullopt;
    const std::set<const tables::Row*> of_wards(rows.begin(), rows.end());
    std::optional<ParentColumn> best;
    std::tuple<std::size_t, bool> best_rank;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (is_taken(c, table, columns, request)) continue;
        auto parents = parents_in(c, rows);
        if (!parents) continue;
        const auto others = static_cast<std::size_t>(
            std::count_if(table.rows.begin(), table.rows.end(), [&](const tables::Row& row) {
                return !of_wards.contains(&row) && !row.cells[c].empty() &&
                       !parents->own.contains(fold_district(row.cells[c]));
            }));
        const std::tuple rank{parents->own.size(), looks_like_code(parents->own_texts.front())};
        if (others == 0 || 2 * others < table.rows.size() - rows.size() ||
            (best && rank >= best_rank))
            continue;
        best = std::move(parents);
        best_rank = rank;
    }
    return best;
}

} // namespace wardmap::join
