// SPDX-License-Identifier: MIT
// The origin of a category's figures.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/file_path.h"
#include "join/combine.h"
#include "join/where.h"
#include "tables/read_cell.h"
#include "tables/read_table.h"

namespace wardmap::project {

/// Before the id of [incidents.ID], in the place of the path of a table.
inline constexpr std::string_view counted_path = "incidents:";

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
    /// Id of [incidents.ID] whose counts are the table; empty: it is a file, or a database.
    std::string incidents;
};

/// Figures that are joined from tables.
struct FromTables {
    Figures figures;
    std::vector<Figures> plus;              // from other tables, added to these
    std::string steps;                      // column with the periods of a series; empty: none
    std::optional<double> require_coverage; // share of wards that must have a figure
};

/// A category from which others are derived.
struct Part {
    std::string category; // id
    double weight = 1;
    bool reverse = false;   // composite: more is better
    std::string weighed_as; // its name in the file of weights; empty: the category's id
};

/// The source of the parts' weights, if not the parts themselves.
struct Weights {
    std::string source; // with its date; printed
    FilePath file;      // empty: each part has its own weight
};

/// The weighted sum of the parts' figures.
struct WeightedSum {
    std::vector<Part> parts;
    Weights weights;
};

/// Index of several categories; 100 = average.
struct Composite {
    std::vector<Part> parts;
    Weights weights;
    bool drop_missing_parts = false; // wards that lack a part use the others
};

/// Percentage change from one category to another; 0 = none.
struct Change {
    std::string from; // ids
    std::string to;
};

/// The number of categories in which a ward is in the top band.
struct Overlap {
    std::vector<Part> parts;
};

/// Location quotient of a category within another; 1 = as in the whole area.
struct Quotient {
    std::string part; // ids
    std::string whole;
};

using Origin = std::variant<FromTables, WeightedSum, Composite, Change, Overlap, Quotient>;

} // namespace wardmap::project
