// SPDX-License-Identifier: MIT
// Plans the maps of a table, adding up only what may be added up. Private to draft/.
#pragma once

#include <string>
#include <vector>

#include "draft/column_roles.h"

namespace wardmap::draft {

/// One [[category]] of the project file, or one for each of several words.
struct Block {
    std::string title;   // with {} if there are several
    std::string name;    // for the id
    std::string each_of; // column of the words; empty: the words are columns
    std::vector<std::string> each;
    std::vector<join::Filter> where;
    std::vector<std::string> values; // empty: each word is the column
    std::string steps;               // "month", "columns"
    bool sum = false;                // several rows of an area are added up
    bool missing_is_zero = false;    // areas without a row count as 0, because no row has 0
    std::string measure = "count";   // count, mean, rank
    double of = 0;                   // rank
    std::string unit;
    std::string period;
    const ColumnRole* figure = nullptr; // one of them, for its marks

    [[nodiscard]] std::size_t categories() const { return each.empty() ? 1 : each.size(); }
};

struct TablePlan {
    std::vector<Block> blocks;
    /// Rows of one figure for each area: for denominators too.
    std::vector<join::Filter> where;
    bool one_row = false; // ... there is one row for each area then
    std::string period;
    std::vector<std::string> choices;
    std::vector<std::string> left_out;
};

/// - In a breakdown with one text that is the sum of the others, that text is used, else each text
///   is a category; a second breakdown is added up if it is of counts, else it is omitted.
/// - Percentages and counts are separate categories.
/// - Months, weeks and quarters of counts are a series; years are categories; for averages and for
///   residents, only the latest period is used beside another breakdown.
/// - Figures with limits are used, the counts and denominators beside them are not.
/// `title` is the table's, `national` the number of areas ranked nationally.
[[nodiscard]] TablePlan plan_table(const tables::Table& table, const Roles& roles,
                                   const std::string& title, double national);

} // namespace wardmap::draft
