// SPDX-License-Identifier: MIT
// Which tables figures are joined from, and how.
#pragma once

#include <string>
#include <vector>

#include "join/combine.h"
#include "join/filter.h"
#include "project/category.h"
#include "project/denominator.h"
#include "tables/mark.h"
#include "tables/table_source.h"

namespace wardmap::project {

/// Source of a figure per ward: a table, the column(s) that name the ward, the column(s) to add
/// up.
struct Figures {
    tables::TableSource table;
    std::vector<std::string> keys;   // columns with a code or a name; empty: detected
    std::vector<std::string> values; // summed; at least one
    std::vector<join::Filter> where; // all must match
    join::Duplicates duplicates = join::Duplicates::refuse;
    std::vector<tables::Mark> marks;
    double rounded_to = 0; // the publisher rounded every figure to this; 0: not
    join::MissingRow if_row_missing = join::MissingRow::missing;
    join::Outside outside = join::Outside::leave_out;
    join::Combine combine;
};

/// A category with the tables that its figures are joined from: one [[category]] of the file.
struct CategorySpec : Category {
    /// Of its table, and then of the tables that are added to it; none if it is made of others.
    std::vector<Figures> figures;
};

/// A denominator with its table: one [denominator.*] of the file.
struct DenominatorSpec : Denominator {
    Figures figures;
};

} // namespace wardmap::project
