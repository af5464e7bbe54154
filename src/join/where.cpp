// SPDX-License-Identifier: MIT
#include "join/where.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/suggest.h"
#include "base/text.h"

namespace wardmap::join {
namespace {

constexpr std::size_t most_shown = 12;

std::string folded(const std::string& s) {
    return text::fold_case(text::trimmed(s));
}

void refuse_absent(const tables::Table& table, const Filter& filter) {
    const auto column = *table.column(filter.column);
    std::set<std::string> seen;
    std::vector<std::string> there;
    for (const auto& row : table.rows) {
        if (!row.cells[column].empty() && seen.insert(folded(row.cells[column])).second) {
            there.push_back(row.cells[column]);
        }
    }
    Findings faults;
    for (const auto& value : filter.values) {
        if (seen.contains(folded(value))) continue;
        auto few = there;
        if (few.size() > most_shown) few.resize(most_shown);
        faults.push_back({.severity = Severity::error,
                          .place = table.at(table.header_line, column),
                          .found = fmt::format("column {} never holds {}",
                                               text::quoted(filter.column), text::quoted(value)),
                          .expected = fmt::format("one of {}{}", text::join(few, ", "),
                                                  few.size() < there.size() ? ", ..." : ""),
                          .help = did_you_mean(value, there)});
    }
    stop_on_errors(faults);
}

bool fits(const tables::Table& table, const tables::Row& row, const Filter& filter) {
    const auto text = folded(row.cells[*table.column(filter.column)]);
    return std::any_of(filter.values.begin(), filter.values.end(),
                       [&](const std::string& value) { return folded(value) == text; });
}

} // namespace

tables::Table rows_where(const tables::Table& table, const std::vector<Filter>& filters) {
    auto part = table;
    for (const auto& filter : filters) {
        refuse_absent(table, filter);
        std::erase_if(part.rows, [&](const tables::Row& row) { return !fits(table, row, filter); });
    }
    if (part.rows.empty()) {
        throw InputError(Finding{.severity = Severity::error,
                                 .place = table.at(table.header_line),
                                 .found = "no row matches all of where",
                                 .expected = "a row for each area",
                                 .help = "look at the table, and correct where"});
    }
    return part;
}

} // namespace wardmap::join
