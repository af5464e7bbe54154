// SPDX-License-Identifier: MIT
#include "incidents/read_lookup.h"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/shown.h"
#include "base/text.h"
#include "tables/read_table.h"
#include "wards/ward.h"

namespace wardmap::incidents {
namespace {

/// The column with most cells that satisfy a predicate; nothing if none does.
template <typename Holds>
std::optional<std::size_t> column_with(const tables::Table& table, const Holds& holds) {
    std::optional<std::size_t> best;
    std::ptrdiff_t most = 0;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const auto n = std::count_if(table.rows.begin(), table.rows.end(),
                                     [&](const auto& row) { return holds(row.cells[column]); });
        if (n > most) {
            most = n;
            best = column;
        }
    }
    return best;
}

} // namespace

std::map<std::string, std::string> read_lookup(const std::string& path, const WardSet& wards) {
    tables::TableSource source;
    source.file.resolved = path;
    source.file.written = path;
    const auto table = tables::read_table(source);
    std::set<std::string> codes;
    for (const auto& ward : wards.wards) {
        codes.insert(ward.code);
    }
    const auto ward = column_with(table, [&](const auto& cell) { return codes.contains(cell); });
    const auto area = column_with(table, [&](const std::string& cell) {
        return (cell.starts_with("E01") || cell.starts_with("W01")) && cell.size() == 9;
    });
    if (!ward || !area) {
        throw InputError(
            Finding{.severity = Severity::error,
                    .place = {path},
                    .found = fmt::format("no column has codes of {}; the columns are {}",
                                         ward ? "LSOAs" : "these wards", text::some(table.columns)),
                    .expected = "a table with a column of LSOA codes and one of ward codes, of the "
                                "same years as the "
                                "incidents and the boundaries"});
    }
    std::map<std::string, std::string> lookup;
    Findings faults;
    for (const auto& row : table.rows) {
        const auto& own = row.cells[*ward];
        if (row.cells[*area].empty() || !codes.contains(own)) continue;
        const auto [at, is_new] = lookup.try_emplace(row.cells[*area], own);
        if (is_new || at->second == own) continue;
        faults.push_back(Finding{.severity = Severity::error,
                                 .place = table.at(row.line, *area),
                                 .found = fmt::format("{} is in two wards, {} and {}",
                                                      row.cells[*area], at->second, own),
                                 .expected = "one ward for each area (a best-fit lookup)"});
    }
    stop_on_errors(faults);
    return lookup;
}

} // namespace wardmap::incidents
