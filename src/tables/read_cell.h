// SPDX-License-Identifier: MIT
// One cell's text to a figure or a state.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tables/cell.h"

namespace wardmap::tables {

/// A text that stands for a withheld figure: "*" means low to high. Declared in the project file.
struct Mark {
    std::string text;
    double low = 0;
    double high = 0;
};

enum class FigureKind {
    count,  // whole, not negative
    number, // any finite number: a score, a rate, a percentage
};

/// What a cell says, or why it cannot be read (`found`, `expected`, `help` of a finding).
struct Unreadable {
    std::string found;
    std::string expected;
    std::string help;
};
using CellReading = std::variant<Cell, Unreadable>;

/// Declared marks win over everything (also over numbers: "0" may be declared as [0, 2]). Then:
/// blank, "..", ":", "[x]", "[z]", "n/a" are missing; numbers may carry thousands commas or spaces,
/// "%", "£", a footnote mark behind them ("12*", "12 [p]"), a Unicode minus, and "(12)" for -12.
/// Anything else is unreadable: an undeclared mark, "#N/A", a date made of "1-4", NaN.
[[nodiscard]] CellReading read_cell(std::string_view text, const std::vector<Mark>& marks,
                                    FigureKind kind);

} // namespace wardmap::tables
