// SPDX-License-Identifier: MIT
// Column widths of a table. Private to layout/.
#pragma once

#include <vector>

namespace wardmap::layout {

/// The width needed by a column: for its longest word, and for its longest cell on one line.
struct ColumnNeed {
    double least_mm = 0;
    double most_mm = 0;
};

/// Widths that together take at most `width_mm`: all on one line if there is space, with some air
/// between; else each its minimum and a share of the rest; failing that, the widest are narrowed.
[[nodiscard]] std::vector<double> column_widths(const std::vector<ColumnNeed>& needs,
                                                double width_mm);

} // namespace wardmap::layout
