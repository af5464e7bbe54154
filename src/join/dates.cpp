// SPDX-License-Identifier: MIT
#include "join/dates.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "tables/table.h"
#include "wards/ward.h"

namespace wardmap::join {
namespace {

bool may_be_date(double value, std::vector<double> all) {
    constexpr double first_day = 36526; // 1 January 2000, as spreadsheets count days
    constexpr double last_day = 47848;
    if (value < first_day || value > last_day || all.size() < 4) return false;
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2),
                     all.end());
    return 20 * all[all.size() / 2] < value;
}

} // namespace

Findings doubtful_dates(const JoinResult& joined, const tables::Table& table,
                        const WardSet& wards) {
    std::vector<double> known;
    known.reserve(joined.cells.size());
    for (const auto& cell : joined.cells) {
        if (cell.is_known()) known.push_back(cell.value());
    }
    Findings findings;
    for (const auto& row : joined.account.rows) {
        if (!row.ward || !joined.cells[*row.ward].is_known()) continue;
        const double value = joined.cells[*row.ward].value();
        if (!may_be_date(value, known)) continue;
        findings.push_back(
            {.severity = Severity::warning,
             .place = table.at(row.line),
             .found = fmt::format("the figure {} of {} may be a date that a spreadsheet made "
                                  "of a range such as 1-4",
                                  text::number(value, 0), wards.wards[*row.ward].name),
             .kind = "figures may be dates that a spreadsheet made of ranges such as 1-4"});
    }
    return findings;
}

} // namespace wardmap::join
