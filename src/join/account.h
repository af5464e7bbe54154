// SPDX-License-Identifier: MIT
// What became of every row of a table.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tables/cell.h"
#include "tables/non_data_line.h"

namespace wardmap::join {

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

} // namespace wardmap::join
