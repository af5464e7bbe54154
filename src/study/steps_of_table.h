// SPDX-License-Identifier: MIT
// The periods of a series, as a table has them. Private to study/.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "project/figures.h"
#include "tables/table.h"

namespace wardmap {

/// Whether the steps are the value columns of a wide table (steps = "columns"); else they are the
/// texts of one column.
[[nodiscard]] bool steps_are_columns(const project::CategorySpec& category);

/// One step of a series.
struct TableStep {
    std::string label;    // as in the table: "Apr-14"
    bool has_rows = true; // false: no row of the category is of this step
};

/// The steps in order of time. Those that no row of the category has are left out, unless its
/// missing rows are zeros. Findings hold a warning of periods that are missing in between. Throws
/// InputError for texts that cannot be read as time, or in two ways, for periods that overlap or
/// are not equally long, for one period written in two ways, and for columns of means or ranks.
/// Precondition: the figures of the category are joined from tables, with steps.
[[nodiscard]] std::vector<TableStep> steps_of_table(const tables::Table& table,
                                                    const project::CategorySpec& category,
                                                    Findings& findings);

} // namespace wardmap
