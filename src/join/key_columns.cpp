// SPDX-License-Identifier: MIT
#include "join/key_columns.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "join/fold_name.h"
#include "join/vintage.h"
#include "tables/area_code.h"
#include "wards/ward.h"

namespace wardmap::join {
namespace {

struct Score {
    std::size_t codes = 0;
    std::size_t names = 0;
    std::set<std::string> areas; // areas named: wards, and old ones in the lookup
    [[nodiscard]] std::size_t all() const { return codes + names; }
};

Score score_of(const tables::Table& table, std::size_t column, const WardIndex& index) {
    Score score;
    for (const auto& row : table.rows) {
        const auto match = index.find(row.cells[column]);
        const bool carried = index.carried(row.cells[column]) != nullptr;
        if (!match && !carried) continue;
        const bool code = carried || is_code(match->by);
        ++(code ? score.codes : score.names);
        score.areas.insert(match ? std::to_string(match->ward) : fold_name(row.cells[column]));
    }
    return score;
}

/// The first column that is not empty below the header.
std::size_t first_filled(const tables::Table& table) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        for (const auto& row : table.rows) {
            if (!row.cells[c].empty()) return c;
        }
    }
    return 0;
}

std::string examples(const std::vector<std::string>& all) {
    std::vector<std::string> few;
    for (const auto& one : all) {
        if (!one.empty() && few.size() < 5) few.push_back(one);
    }
    return text::join(few, ", ");
}

[[noreturn]] void refuse_no_match(const tables::Table& table, std::size_t column,
                                  const WardSet& wards) {
    std::vector<std::string> theirs;
    for (const auto& row : table.rows) {
        if (!row.cells[column].empty()) theirs.push_back(row.cells[column]);
    }
    const bool codes = !theirs.empty() && looks_like_code(theirs.front());
    const auto kind = theirs.empty() ? "" : what_it_looks_like(theirs.front(), wards);
    if (codes && kind.empty()) {
        throw InputError(
            other_vintage(table, {column, theirs, theirs.size(), {}}, wards, Severity::error));
    }
    std::vector<std::string> ours;
    for (const auto& ward : wards.wards) {
        ours.push_back(codes ? ward.code : ward.name);
    }
    throw InputError(Finding{
        .severity = Severity::error,
        .place = table.at(table.header_line),
        .found = fmt::format(
            "no row of column {} names a {} of {}: the table has {}; the boundaries have {}",
            text::quoted(table.columns[column]), wards.noun.singular, wards.source,
            examples(theirs), examples(ours)),
        .expected = "the same " + wards.noun.plural + " on both sides",
        .help = kind.empty() ? "name the column with the " + wards.noun.plural + ": key = \"...\""
                             : kind});
}

std::vector<std::size_t> asked_for(const tables::Table& table, const Request& request) {
    std::vector<std::size_t> columns;
    for (const auto& key : request.keys) {
        columns.push_back(table.column(key).value()); // ensured by the reader
    }
    return columns;
}

bool is_value(std::size_t column, const tables::Table& table, const Request& request) {
    return std::any_of(request.values.begin(), request.values.end(),
                       [&](const auto& value) { return table.column(value) == column; });
}

/// The column with the districts of more than half of the wards identified by name alone.
std::optional<std::size_t> district_column(const tables::Table& table, std::size_t key,
                                           const WardIndex& index) {
    std::size_t named = 0;
    std::vector<std::size_t> within(table.columns.size());
    for (const auto& row : table.rows) {
        const auto match = index.find(row.cells[key]);
        if (!match || match->by != Matched::name) continue;
        ++named;
        for (std::size_t c = 0; c < within.size(); ++c) {
            if (c != key && index.is_in_district(match->ward, row.cells[c])) ++within[c];
        }
    }
    const auto most = std::max_element(within.begin(), within.end());
    if (most == within.end() || *most == 0 || 2 * *most <= named) return std::nullopt;
    return static_cast<std::size_t>(most - within.begin());
}

/// Whether a column that names wards agrees with the key, or at least names each ward once.
bool is_check(const tables::Table& table, std::size_t column, std::size_t key,
              const WardIndex& index) {
    std::size_t named = 0;
    std::size_t same = 0;
    std::map<std::string, std::set<std::string>> keys; // by text of the column
    for (const auto& row : table.rows) {
        const auto match = index.find(row.cells[column]);
        const auto own = index.find(row.cells[key]);
        if (!match || !own) continue;
        ++named;
        if (match->ward == own->ward) ++same;
        keys[fold_name(row.cells[column])].insert(fold_name(row.cells[key]));
    }
    constexpr double most = 0.75;
    if (static_cast<double>(same) >= most * static_cast<double>(named)) return true;
    const bool each_once = std::all_of(keys.begin(), keys.end(),
                                       [](const auto& text) { return text.second.size() == 1; });
    return each_once && named == table.rows.size();
}

/// The column with codes of the wards' kind, most of which are not of these wards.
std::optional<std::size_t> other_codes(const tables::Table& table, const WardIndex& index,
                                       const WardSet& wards, const Request& request) {
    std::vector<std::string_view> ours;
    for (const auto& ward : wards.wards) {
        ours.emplace_back(ward.code);
    }
    const auto level = tables::level_of_most(ours);
    if (!level) return std::nullopt;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (is_value(c, table, request)) continue;
        std::size_t others = 0;
        for (const auto& row : table.rows) {
            const auto& cell = row.cells[c];
            if (tables::level_of(cell) != level || index.find(cell)) continue;
            if (index.carried(cell) == nullptr) ++others;
        }
        if (2 * others > table.rows.size()) return c;
    }
    return std::nullopt;
}

/// The column that names most areas; a column of codes is preferred if it names at least half as
/// many, because codes are more reliable than names. The first filled one if none names any.
std::size_t best_key(const tables::Table& table, const std::vector<Score>& scores,
                     const Request& request) {
    std::optional<std::size_t> best;
    std::optional<std::size_t> best_of_codes;
    const auto better = [&](std::size_t c, const std::optional<std::size_t>& than) {
        const auto rank = [&](std::size_t at) {
            return std::pair{scores[at].areas.size(), scores[at].all()};
        };
        return scores[c].all() > 0 && (!than || rank(c) > rank(*than));
    };
    for (std::size_t c = 0; c < scores.size(); ++c) {
        if (is_value(c, table, request)) continue;
        if (better(c, best)) best = c;
        if (scores[c].codes > scores[c].names && better(c, best_of_codes)) best_of_codes = c;
    }
    if (!best) return first_filled(table);
    const bool enough =
        best_of_codes && 2 * scores[*best_of_codes].areas.size() >= scores[*best].areas.size();
    return enough ? *best_of_codes : *best;
}

} // namespace

KeyColumns find_key_columns(const tables::Table& table, const WardIndex& index,
                            const WardSet& wards, const Request& request, Findings& findings) {
    auto columns = asked_for(table, request);
    std::vector<Score> scores;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        scores.push_back(score_of(table, i, index));
    }
    const auto best = best_key(table, scores, request);
    const bool detected = columns.empty();
    if (detected) columns.push_back(best);
    if (scores[columns.front()].all() == 0) refuse_no_match(table, columns.front(), wards);
    if (detected) {
        findings.push_back({.severity = Severity::note,
                            .place = table.at(table.header_line),
                            .found = fmt::format("{} are matched on column {}", wards.noun.plural,
                                                 text::quoted(table.columns[best]))});
    }
    const auto key = columns.front();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const bool taken = std::find(columns.begin(), columns.end(), i) != columns.end();
        if (taken || is_value(i, table, request) || 2 * scores[i].all() <= table.rows.size()) {
            continue;
        }
        const bool holds_codes = scores[i].codes > scores[i].names;
        if (holds_codes || is_check(table, i, key, index)) columns.push_back(i);
    }
    return {key,
            {columns.begin() + 1, columns.end()},
            district_column(table, key, index),
            other_codes(table, index, wards, request)};
}

} // namespace wardmap::join
