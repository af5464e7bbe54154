// SPDX-License-Identifier: MIT
// A table onto wards: every row joined, recognised as a total, or named with the reason why not.
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

/// What is to be joined.
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
    std::string area; // "Maidstone": the name a totals row carries
    std::map<std::string, std::string> aliases;
    const Lookup* lookup = nullptr; // old wards onto those of the boundaries; null: none
    /// Wards around the area whose rows are left for their neighbours' tests; null: none.
    const std::vector<Ward>* around = nullptr;
    Outside outside = Outside::leave_out;
    /// Share of the wards that need a figure if codes of the table may be of another vintage.
    double least_coverage = 0.9;
    std::optional<double> lowest_rank; // of a rank, the number of the last one; nothing: no ranks
};

/// A row that a ward's figure is made of.
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

/// A row that names no ward is, in this order: a total; a larger area, by the kind of its code or
/// by its name, kept as a comparator; "Unknown" and other places without an area, left out with a
/// warning; a heading; another area of the same kind, left out and counted. Codes that may be of
/// another vintage are a warning that also names the wards without a figure, and an error if these
/// are too many. Any other is an error.
///
/// Joins by code, legacy code or name (folded: case, punctuation, "&"/"and", "St."/"Saint",
/// hyphens, a "Ward" suffix); beyond that only by alias or lookup. Where a table has both a code
/// and a name column both are read: joined by the first key; when that is a code and the name
/// disagrees it is an error, when it is a name and the code disagrees a warning for each row. An
/// old ward's figure, withheld or known, is split by the lookup's weights. Throws InputError with
/// all faults at once: a ward twice (both lines), an unknown ward (nearest names), an unreadable
/// cell (column and way out), no ward matched at all (examples of both sides), codes of another
/// vintage.
[[nodiscard]] JoinResult join_table(const tables::Table& table, const WardSet& wards,
                                    const Request& request);

/// Two figures together: missing if one is, else their intervals added.
[[nodiscard]] Cell added(const Cell& a, const Cell& b);

} // namespace wardmap::join
