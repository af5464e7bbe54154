// SPDX-License-Identifier: MIT
// Joins a table to wards: every row is joined, recognised as a total, or reported with a reason.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "join/account.h"
#include "join/combine.h"
#include "join/filter.h"
#include "tables/cell.h"
#include "tables/mark.h"
#include "tables/read_cell.h"

namespace wardmap {
struct Ward;
struct WardSet;
} // namespace wardmap

namespace wardmap::tables {
struct Table;
}

namespace wardmap::join {

struct Lookup;

/// What to join.
struct Request {
    std::vector<std::string> keys;   // columns with code or name; empty: detected and reported
    std::vector<std::string> values; // columns to add up
    std::vector<Filter> where;       // rows of a long table; empty: all
    Duplicates duplicates = Duplicates::refuse;
    Combine combine;
    std::vector<tables::Mark> marks;
    tables::FigureKind kind = tables::FigureKind::count;
    bool additive = true;  // counts add up to a total; scores and ranks do not
    double rounded_to = 0; // the publisher rounded every figure to this; 0: not
    MissingRow if_row_missing = MissingRow::missing;
    std::string area; // "Maidstone": the name in a totals row
    std::map<std::string, std::string> aliases;
    const Lookup* lookup = nullptr; // old to current wards; null: none
    /// Wards around the area, whose rows are used only for their neighbours' tests; null: none.
    const std::vector<Ward>* around = nullptr;
    Outside outside = Outside::leave_out;
    /// Share of the wards that must have a figure if the table's codes may be of another vintage.
    double least_coverage = 0.9;
    std::optional<double> lowest_rank; // for ranks, the last rank; nothing: not ranks
};

/// A source row of a ward's figure.
struct SourceRow {
    std::size_t line = 0;
    double weight = 1; // the share that a lookup gives the ward
};

struct JoinResult {
    std::vector<Cell> cells;                     // one per ward, in the order of the WardSet
    std::vector<std::vector<SourceRow>> sources; // one per ward
    std::vector<Comparator> comparators;         // in the order of the table; not on the map
    Account account;
    Findings findings; // warnings and notes; errors have stopped the join
};

/// A row that names no ward is, in this order: a total; a larger area, by its code or its name,
/// kept as a comparator; "Unknown" or another place without an area, omitted with a warning; a
/// heading; another area of the same kind, omitted and counted. Codes that may be of another
/// vintage cause a warning, which also names the wards without a figure, and an error if there are
/// too many of these. Any other row is an error.
///
/// Joins by code, legacy code or name (folded: case, punctuation, "&"/"and", "St."/"Saint",
/// hyphens, a "Ward" suffix); otherwise only by alias or lookup. If a table has both a code and a
/// name column, both are read: the first key joins; if that is a code, a different name is an
/// error; if it is a name, a different code is a warning for each row. An old ward's figure,
/// suppressed or known, is split by the lookup's weights. Throws InputError with all errors at
/// once: a ward twice (both lines), an unknown ward (nearest names), an unreadable cell (column and
/// help), no ward matched (examples of both sides), codes of another vintage.
[[nodiscard]] JoinResult join_table(const tables::Table& table, const WardSet& wards,
                                    const Request& request);

/// The sum of two figures: missing if either is, else the sum of their intervals.
[[nodiscard]] Cell added(const Cell& a, const Cell& b);

} // namespace wardmap::join
