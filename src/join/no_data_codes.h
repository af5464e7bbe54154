// SPDX-License-Identifier: MIT
// Numbers that mean "no figure", such as -999. Private to join/.
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

/// A fault for each number of nines alone that cannot be a figure among the others of its column:
/// -9, -99 and so on where no other is below zero, and 999 (of counts 9999) or more if it is ten
/// times as far from zero as any other. At least three others are needed.
[[nodiscard]] Findings no_data_codes(const std::vector<ReadFigure>& figures,
                                     const tables::Table& table, bool are_counts);

} // namespace wardmap::join
