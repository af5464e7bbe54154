// SPDX-License-Identifier: MIT
// Columns of the cells of an .ods next to merged ones: GDAL 3.6 counts any number of covered cells
// as one and moves what follows to the left. Private to gdal/.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace wardmap::gdal {

struct MergedRow {
    std::size_t row = 0;              // from 1
    std::vector<std::size_t> columns; // of its filled cells, from 1
};

/// The rows of a sheet in which more than one cell in turn is covered by a merged one.
[[nodiscard]] std::vector<MergedRow> merged_rows(const std::string& path, const std::string& sheet);

} // namespace wardmap::gdal
