// SPDX-License-Identifier: MIT
#include "draft/lookup_table.h"

#include <map>
#include <utility>

#include "base/error.h"
#include "tables/area_code.h"

namespace wardmap::draft {
namespace {

using Column = std::size_t;

/// Whether nine cells of ten that are filled hold codes, and how many are codes of the map.
struct Codes {
    bool all = false;
    std::size_t of_map = 0;
    std::set<std::string> texts;
};

Codes codes_in(const tables::Table& table, Column column, const join::WardIndex& index) {
    Codes codes;
    std::size_t filled = 0;
    std::size_t coded = 0;
    for (const auto& row : table.rows) {
        const auto& text = row.cells[column];
        if (text.empty()) continue;
        ++filled;
        if (!join::looks_like_code(text) || !tables::level_of(text)) continue;
        ++coded;
        if (!codes.texts.insert(text).second) continue;
        const auto match = index.find(text);
        if (match && join::is_code(match->by)) ++codes.of_map;
    }
    codes.all = filled > 0 && 10 * coded >= 9 * filled;
    return codes;
}

/// Whether each text of `from` has one text of `to`, and some of `to` have several.
bool is_within_one(const tables::Table& table, Column from, Column to) {
    std::map<std::string, std::string> parents;
    for (const auto& row : table.rows) {
        if (row.cells[from].empty() || row.cells[to].empty()) continue;
        const auto [at, is_new] = parents.try_emplace(row.cells[from], row.cells[to]);
        if (!is_new && at->second != row.cells[to]) return false;
    }
    return parents.size() > 1;
}

std::optional<FoundLookup> lookup_in(const Input& input, const join::WardIndex& index) {
    const auto& table = input.table;
    std::vector<Codes> codes;
    for (Column c = 0; c < table.columns.size(); ++c) {
        codes.push_back(codes_in(table, c, index));
    }
    for (Column to = 0; to < codes.size(); ++to) {
        if (!codes[to].all || codes[to].of_map < 2) continue;
        for (Column from = 0; from < codes.size(); ++from) {
            const bool others = codes[from].all && codes[from].of_map == 0 &&
                                codes[from].texts.size() >= codes[to].of_map;
            if (from == to || !others || !is_within_one(table, from, to)) continue;
            try {
                auto lookup = join::make_lookup(table, table.columns[from], table.columns[to], "");
                return FoundLookup{input.written,     input.sheet,       table.columns[from],
                                   table.columns[to], std::move(lookup), codes[from].texts};
            } catch (const InputError&) {
                continue; // some code does not lead to one area
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<FoundLookup> find_lookup(const std::vector<Input>& inputs,
                                       const join::WardIndex& index) {
    for (const auto& input : inputs) {
        if (auto found = lookup_in(input, index)) return found;
    }
    return std::nullopt;
}

} // namespace wardmap::draft
