// SPDX-License-Identifier: MIT
// Joins a table to wards: every row is joined, recognised as a total, or reported with a reason.
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

/// The outcome for one row.
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
    std::string reason;              // why not joined; for an apportioned row, its shares
};

/// A totals row against the sum of its parts.
struct Reconciliation {
    std::size_t line = 0;           // of the totals row
    std::string key;                // "Maidstone"
    double stated = 0;              // as stated in the row
    std::vector<std::size_t> wards; // whose figures it totals; empty: all
    double sum_known = 0;           // of the wards' known figures
    std::size_t suppressed = 0;     // number of suppressed wards
    std::size_t missing = 0;        // number of wards without a figure
    double sum_low = 0;             // known + lowest of the suppressed
    double sum_high = 0;
    bool agrees = false; // stated is within [sum_low, sum_high]
    /// The interval that the total implies for each suppressed figure; empty if none is suppressed.
    struct Narrowed {
        std::size_t ward = 0;
        double low = 0;
        double high = 0;
    };
    std::vector<Narrowed> narrowed;
    bool redacted = false; // hidden from this audience: `stated` is 0 and `narrowed` empty
    [[nodiscard]] double residual() const { return stated - sum_known; }
};

/// A larger area's figure: England, the region, the county, the district.
struct Comparator {
    std::size_t line = 0; // of its first row
    std::string code;     // "" if the table gives none
    std::string name;     // likewise
    Cell figure;          // as in the table; missing if it cannot be read
};

/// A full account of one table.
struct Account {
    std::string file;
    std::string sheet; // of a workbook, or table of a database
    std::string encoding;
    std::size_t header_line = 0;
    std::vector<std::string> key_columns;
    std::vector<std::string> value_columns;
    std::vector<RowFate> rows;               // every row selected by `where`, in order
    std::size_t other_rows = 0;              // rows not selected by `where`
    std::vector<tables::NonDataLine> asides; // every other line
    std::vector<Reconciliation> totals;
    double sum_before = 0;  // known figures of the rows that were joined, read from the table
    double sum_after = 0;   // known figures of the wards; equal to sum_before if additive
    double sum_outside = 0; // known figures that a lookup moves outside the boundaries
    bool redacted = false;  // hidden from this audience: the sums are 0
    std::size_t wards_joined = 0;
    std::size_t wards_suppressed = 0;
    std::vector<std::size_t> wards_without_row;    // indices
    std::vector<std::size_t> wards_without_figure; // indices of wards with a blank row
    std::size_t outside_rows = 0;                  // of other areas of the same kind
    std::vector<std::string> outside_examples;     // the first of their keys
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
