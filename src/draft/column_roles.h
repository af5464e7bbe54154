// SPDX-License-Identifier: MIT
// Roles of the columns of an unknown table, from their content, the boundaries and each other.
// Private to draft/.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "join/ward_index.h"
#include "join/where.h"
#include "tables/table.h"

namespace wardmap::draft {

enum class Role {
    area_code,
    area_name,
    parent,        // of the area: its district, county or region
    period,        // of the row
    indicator,     // what the row counts: "Burglary"
    breakdown,     // the group or part: "Females", "aged 65 and over"
    kind_of_value, // "Percentage", "Count"
    figure,
    lower_limit,
    upper_limit,
    denominator,
    identifier, // numbers that are not figures
    context,    // anything else
};

/// "area code", "lower limit".
[[nodiscard]] std::string_view name_of(Role role);

struct ColumnRole {
    std::size_t column = 0;
    Role role = Role::context;
    std::string evidence; // why, in words
    // Figures only:
    bool whole = true;              // whole and not negative: may be a count
    bool percent = false;           // every figure has a percent sign
    double largest = 0;             // of all rows of the table
    std::vector<std::string> marks; // texts in place of figures
    // Periods, indicators, breakdowns and kinds of value only:
    std::vector<std::string> texts; // of the map's rows, in order of time or of appearance
    std::string period_words;       // "2013/14 to 2015/16"
    std::string total;              // the text whose figure is the sum of the others
};

struct Roles {
    std::vector<ColumnRole> columns;      // one for each column of the table
    std::vector<std::size_t> keys;        // columns that name areas, the best first
    std::size_t areas = 0;                // named by the best key
    std::vector<const tables::Row*> rows; // that name an area of the map
    std::vector<const tables::Row*> others;
    std::optional<join::Filter> where; // selects the map's district from a wider table
    std::string area_name;             // of the whole map: a total's, or the district's
    bool several_rows = false;         // areas have several rows
    bool carried = false;              // rows are of other areas that a lookup carries to the map's
};

/// Has no key if no column names two areas of the map, or a tenth of them.
[[nodiscard]] Roles find_roles(const tables::Table& table, const join::WardIndex& index,
                               std::size_t areas_of_map);

} // namespace wardmap::draft
