// SPDX-License-Identifier: MIT
#include "join/unmatched.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/suggest.h"
#include "base/text.h"
#include "join/vintage.h"

namespace wardmap::join {
namespace {

constexpr std::size_t most_reported = 10'000;
constexpr std::size_t most_suggested = 10; // a search for the nearest name costs time

Finding report_unmatched(const Unmatched& row, const tables::Table& table, const WardIndex& index,
                         const WardSet& wards, bool suggests) {
    std::string found = fmt::format("{} is not a {} of {}", text::quoted(row.key),
                                    wards.noun.singular, wards.source);
    std::string expected = "a code or name of the boundaries";
    std::string help = suggests ? did_you_mean(row.key, index.candidates(row.key)) : "";
    const auto kind = what_it_looks_like(row.key);
    if (row.key.empty()) {
        found = "the row names no " + wards.noun.singular;
        help = "name the " + wards.noun.singular + ", or delete the row";
    } else if (index.is_ambiguous(row.key)) {
        found =
            fmt::format("{} is the name of several {}", text::quoted(row.key), wards.noun.plural);
        expected = "a code, or a column with the district as the boundaries have it";
        help =
            "key = \"...\" with the column of codes, or [boundaries] where = \"...\" that leaves "
            "one district";
    } else if (row.is_sum_of_others) {
        found += "; its figure is the sum of all others, so it looks like a total";
        help = fmt::format("[project] area = \"{}\" declares it as one", row.key);
    } else if (!kind.empty()) {
        found += "; " + kind;
        help = "";
    } else if (!help.empty()) {
        help += fmt::format(" then: [aliases] \"{}\" = \"{}\"", row.key,
                            nearest(row.key, index.candidates(row.key)).value_or("..."));
    } else {
        help = fmt::format("[aliases] \"{}\" = \"name in the boundaries\", or delete the row",
                           row.key);
    }
    return {.severity = Severity::error,
            .place = table.at(row.line),
            .found = std::move(found),
            .expected = std::move(expected),
            .help = std::move(help),
            .kind = fmt::format("rows name no {} of the boundaries", wards.noun.singular)};
}

/// The column in which most of the rows have their code.
std::size_t code_column(const tables::Table& table, const KeyColumns& columns) {
    for (const auto& row : table.rows) {
        if (looks_like_code(row.cells[columns.key])) return columns.key;
        for (const auto check : columns.checks) {
            if (looks_like_code(row.cells[check])) return check;
        }
    }
    return columns.key;
}

} // namespace

Findings report_unmatched(const std::vector<Unmatched>& rows, const tables::Table& table,
                          const KeyColumns& columns, const WardIndex& index, const WardSet& wards) {
    std::vector<std::string> strangers;
    for (const auto& row : rows) {
        const bool code = looks_like_code(row.key) && what_it_looks_like(row.key).empty();
        if (code) strangers.push_back(row.key);
    }
    const auto column = code_column(table, columns);
    const auto codes = static_cast<std::size_t>(
        std::count_if(table.rows.begin(), table.rows.end(),
                      [&](const tables::Row& row) { return looks_like_code(row.cells[column]); }));
    const bool other = strangers.size() > 2 && 2 * strangers.size() > rows.size();
    Findings faults;
    std::size_t count = 0;
    for (const auto& row : rows) {
        if (other && looks_like_code(row.key)) continue;
        if (++count > most_reported) continue;
        faults.push_back(report_unmatched(row, table, index, wards, count <= most_suggested));
    }
    if (count > most_reported) {
        faults.push_back({.severity = Severity::error,
                          .place = table.at(0),
                          .found = fmt::format("{} more rows name no {} of the boundaries",
                                               count - most_reported, wards.noun.singular)});
    }
    if (other) faults.push_back(other_vintage(table, column, strangers, codes, wards));
    return faults;
}

} // namespace wardmap::join
