// SPDX-License-Identifier: MIT
#include "join/uneven_periods.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/shown.h"
#include "base/text.h"
#include "wards/ward.h"

namespace wardmap::join {
namespace {

/// "2014-04", "2014", "2013/14", "April 2014", "Apr-14", "Q1 2014", "Week 10", "30/04/2014".
bool looks_like_period(const std::string& text) {
    static const Pattern period(
        R"((fy[ ]?)?(19|20)\d\d([-/ ]?\d{2,4}|[-/ ]?q[1-4]|[-/ ]\d{1,2}([-/ ]\d{1,2})?|[-/ ][a-z]{3,9})?)"
        R"(|(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*([-/ ]*(19|20)?\d\d)?)"
        R"(|q[1-4]([-/ ]*(19|20)?\d\d)?|week[ ]?\d{1,2}|\d{1,2}[-/]\d{1,2}[-/](19|20)?\d\d)",
        Pattern::Case::ignored);
    return period.fits(text);
}

/// The texts of each ward in a column; nothing if they do not look like periods, or are few.
std::map<std::size_t, std::set<std::string>> periods_in(std::size_t column,
                                                        const std::vector<AddedRow>& rows) {
    std::map<std::size_t, std::set<std::string>> periods;
    std::set<std::string> all;
    for (const auto& added : rows) {
        const auto& text = added.row->cells[column];
        if (!looks_like_period(text)) return {};
        if (added.figure.is_missing()) continue;
        periods[added.ward].insert(text);
        all.insert(text);
    }
    if (all.size() < 2) return {};
    return periods;
}

} // namespace

Findings uneven_periods(const std::vector<AddedRow>& rows, const tables::Table& table,
                        const WardSet& wards, const std::vector<std::size_t>& taken) {
    Findings findings;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (std::find(taken.begin(), taken.end(), c) != taken.end()) continue;
        std::size_t most = 0;
        const auto periods = periods_in(c, rows);
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
