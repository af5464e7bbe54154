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

} // namespace wardmap::join
