// SPDX-License-Identifier: MIT
// Numbers that mean "no figure", such as -999. Private to join/.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/finding.h"
#include "tables/table.h"

namespace wardmap::join {

/// A known figure as in the table.
struct ReadFigure {
    std::size_t line = 0;
    std::size_t column = 0;
    double value = 0;
};

/// An error for each number of only nines that is implausible in its column: -9, -99 and so on if
/// no other is below zero, and 999 (for counts 9999) or more if it is ten times as far from zero as
/// any other. Needs at least three others.
[[nodiscard]] Findings no_data_codes(const std::vector<ReadFigure>& figures,
                                     const tables::Table& table, bool are_counts);

} // namespace wardmap::join
