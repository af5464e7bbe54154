// SPDX-License-Identifier: MIT
#include "join/uneven_periods.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <variant>

#include <fmt/format.h>

#include "base/shown.h"
#include "base/text.h"
#include "tables/period.h"
#include "wards/ward.h"

namespace wardmap::join {
namespace {

/// Whether texts can be read as periods, also if some can be read in two ways.
bool are_periods(const std::set<std::string>& texts, const std::string& heading) {
    constexpr std::size_t most = 2000; // other texts of a long table are no periods
    if (texts.size() > most) return false;
    const auto reading = tables::read_periods({texts.begin(), texts.end()}, heading);
    const auto* const fault = std::get_if<tables::Unreadable>(&reading);
    return fault == nullptr || fault->found.find("can be read as") != std::string::npos;
}

/// The texts of each ward in a column; nothing if they cannot be read as periods, or are few.
std::map<std::size_t, std::set<std::string>>
periods_in(std::size_t column, const std::string& heading, const std::vector<AddedRow>& rows) {
    std::map<std::size_t, std::set<std::string>> periods;
    std::set<std::string> all;
    std::set<std::string> read;
    for (const auto& added : rows) {
        const auto& text = added.row->cells[column];
        read.insert(text);
        if (added.figure.is_missing()) continue;
        periods[added.ward].insert(text);
        all.insert(text);
    }
    if (all.size() < 2 || !are_periods(read, heading)) return {};
    return periods;
}

} // namespace

Findings uneven_periods(const std::vector<AddedRow>& rows, const tables::Table& table,
                        const WardSet& wards, const std::vector<std::size_t>& taken) {
    Findings findings;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (std::find(taken.begin(), taken.end(), c) != taken.end()) continue;
        std::size_t most = 0;
        const auto periods = periods_in(c, table.columns[c], rows);
        for (const auto& [ward, texts] : periods) {
            most = std::max(most, texts.size());
        }
        std::vector<std::string> fewer;
        std::size_t fewest = most;
        for (const auto& [ward, texts] : periods) {
            if (texts.size() == most) continue;
            fewer.push_back(fmt::format("{} ({})", wards.wards[ward].name, texts.size()));
            fewest = std::min(fewest, texts.size());
        }
        if (fewer.empty()) continue;
        findings.push_back(
            {.severity = 4 * fewest < 3 * most ? Severity::error : Severity::warning,
             .place = table.at(table.header_line, c),
             .found =
                 fmt::format("{} {} figures of fewer periods in column {} than the {} of "
                             "others, and would be ranked beside them: {}",
                             text::with_count(fewer.size(), wards.noun.singular, wards.noun.plural),
                             fewer.size() == 1 ? "has" : "have", text::quoted(table.columns[c]),
                             most, text::some(fewer)),
             .expected = "figures of the same periods for all",
             .help = fmt::format("where = {{ {} = [...] }} with periods that all have; if a row is "
                                 "left out where there were none: if_row_missing = \"zero\"",
                                 text::quoted(table.columns[c]))});
    }
    return findings;
}

} // namespace wardmap::join
