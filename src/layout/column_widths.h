// SPDX-License-Identifier: MIT
// How wide the columns of a table are. Private to layout/.
#pragma once

#include <vector>

namespace wardmap::layout {

/// What a column needs: for its longest word, and for its longest cell on one line.
struct ColumnNeed {
    double least_mm = 0;
    double most_mm = 0;
};

/// Widths that together take at most `width_mm`: all on one line if there is room, with some air
/// between; else each its least and a share of the rest; below that, the widest give way.
[[nodiscard]] std::vector<double> column_widths(const std::vector<ColumnNeed>& needs,
                                                double width_mm);

} // namespace wardmap::layout
