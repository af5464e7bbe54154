// SPDX-License-Identifier: MIT
// The periods of a series in a table. Private to study/.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "project/figures.h"
#include "tables/table.h"

namespace wardmap {

/// Whether the steps are the value columns of a wide table (steps = "columns"); or the texts of one
/// column.
[[nodiscard]] bool steps_are_columns(const project::CategorySpec& category);

/// One step of a series.
struct TableStep {
    std::string label;    // as in the table: "Apr-14"
    bool has_rows = true; // false: no row of the category is for this step
};

/// The steps in order of time. Those without a row in the category are omitted, unless missing rows
/// count as zero. Findings have a warning about periods missing in between. Throws InputError for
/// texts that cannot be read as time or are ambiguous, for periods that overlap or are not equally
/// long, for a period written in two ways, and for columns of means or ranks. Precondition: the
/// figures of the category are joined from tables, with steps.
[[nodiscard]] std::vector<TableStep> steps_of_table(const tables::Table& table,
                                                    const project::CategorySpec& category,
                                                    Findings& findings);

} // namespace wardmap
