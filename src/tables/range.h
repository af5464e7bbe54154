// SPDX-License-Identifier: MIT
// "B3:F40": a part of a sheet.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace wardmap::tables {

/// Columns and rows from 1, both ends included; last_row 0: to the end.
struct Range {
    std::size_t first_column = 1;
    std::size_t first_row = 1;
    std::size_t last_column = 0;
    std::size_t last_row = 0;
};

/// "B3:F40", "B3:F" (to the last row), with or without "$"; nothing for anything else.
[[nodiscard]] std::optional<Range> parse_range(const std::string& text);

} // namespace wardmap::tables
