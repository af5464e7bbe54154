// SPDX-License-Identifier: MIT
// Numbers that stand for no figure, such as -999. Private to join/.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/finding.h"
#include "tables/table.h"

namespace wardmap::join {

/// A known figure as the table has it.
struct ReadFigure {
    std::size_t line = 0;
    std::size_t column = 0;
    double value = 0;
};

/// A fault for each number of nines alone (-9, -99, 999, ...) that cannot be a figure among the
/// others of its column: below zero where no other is, or ten times as far from zero as any other.
/// At least three others are needed.
[[nodiscard]] Findings no_data_codes(const std::vector<ReadFigure>& figures,
                                     const tables::Table& table);

} // namespace wardmap::join
