// SPDX-License-Identifier: MIT
// One cell's text to a figure or a state.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tables/cell.h"
#include "tables/mark.h"
#include "tables/unreadable.h"

namespace wardmap::tables {

enum class FigureKind {
    count,  // whole, not negative
    number, // any finite number: a score, a rate, a percentage
};

using CellReading = std::variant<Cell, Unreadable>;

/// Declared marks take precedence (also over numbers: "0" may be declared as [0, 2]). Then: blank,
/// "..", ":", "x", "z", "[x]", "[z]", "n/a" are missing; "<5", "1-4", "5 or fewer" are suppressed
/// figures with the stated bounds; numbers may have thousands commas or spaces, "%", "£", a
/// footnote mark after them ("12*", "12 [p]", "12 [note 1]"), a Unicode minus, and "(12)" for -12.
/// Anything else is unreadable: an undeclared mark, "#N/A", a date made of "1-4", NaN.
[[nodiscard]] CellReading read_cell(std::string_view text, const std::vector<Mark>& marks,
                                    FigureKind kind);

/// The interval stated by a text: "<5" is 0 to 4 as a count (0 to 5 as a number), "1-4", "1 to 4",
/// "5 or fewer", "fewer than 5".
[[nodiscard]] std::optional<Cell> stated_interval(std::string_view text, FigureKind kind);

} // namespace wardmap::tables
