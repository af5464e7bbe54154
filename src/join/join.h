// SPDX-License-Identifier: MIT
// A table onto wards: every row joined, recognised as a total, or named with the reason why not.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "join/combine.h"
#include "join/lookup.h"
#include "join/where.h"
#include "tables/cell.h"
#include "tables/read_cell.h"
#include "tables/table.h"
#include "wards/ward.h"

namespace wardmap::join {

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

/// What became of one row.
struct RowFate {
    enum class Kind {
        joined,
        apportioned,
        total,
        heading,
        larger_area,
        other_area, // "Unknown", a unit without an area
        around,
        excluded
    };
    Kind kind = Kind::excluded;
    std::size_t line = 0;
    std::string key;                 // as in the table
    std::optional<std::size_t> ward; // joined only: index in the WardSet
    std::string reason;              // why not joined; of an apportioned row, its shares
};

/// A totals row against the sum of its parts.
struct Reconciliation {
    std::size_t line = 0;           // of the totals row
    std::string key;                // "Maidstone"
    double stated = 0;              // what the row says
    std::vector<std::size_t> wards; // whose figures it adds up; empty: all
    double sum_known = 0;           // of the wards' known figures
    std::size_t suppressed = 0;     // how many wards are withheld
    std::size_t missing = 0;        // how many have no figure at all
    double sum_low = 0;             // known + lowest of the withheld
    double sum_high = 0;
    bool agrees = false; // stated is in [sum_low, sum_high]
    /// Of the withheld figures, the interval that the total leaves each; empty if none is withheld.
    struct Narrowed {
        std::size_t ward = 0;
        double low = 0;
        double high = 0;
    };
    std::vector<Narrowed> narrowed;
    bool redacted = false; // for readers who must not know it: `stated` is 0 and `narrowed` empty
    [[nodiscard]] double residual() const { return stated - sum_known; }
};

/// A larger area's figure: England, the region, the county, the district.
struct Comparator {
    std::size_t line = 0; // of its first row
    std::string code;     // "" if the table gives none
    std::string name;     // likewise
    Cell figure;          // as the table has it; missing if it cannot be read
};

/// The account of one table: nothing silent.
struct Account {
    std::string file;
    std::string sheet; // of a workbook, or table of a database
    std::string encoding;
    std::size_t header_line = 0;
    std::vector<std::string> key_columns;
    std::vector<std::string> value_columns;
    std::vector<RowFate> rows;               // every row of the table that `where` leaves, in order
    std::size_t other_rows = 0;              // rows of the table that `where` leaves out
    std::vector<tables::NonDataLine> asides; // every other line
    std::vector<Reconciliation> totals;
    double sum_before = 0;  // known figures of the rows that were joined, read from the table
    double sum_after = 0;   // known figures of the wards; equal to sum_before where additive
    double sum_outside = 0; // known figures that a lookup carries out of the boundaries
    bool redacted = false;  // for readers who must not know these sums: they are 0
    std::size_t wards_joined = 0;
    std::size_t wards_suppressed = 0;
    std::vector<std::size_t> wards_without_row;    // indices
    std::vector<std::size_t> wards_without_figure; // indices: they have a row, and it is blank
    std::size_t outside_rows = 0;                  // of other areas of the same kind
    std::vector<std::string> outside_examples;     // the first of their keys
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
