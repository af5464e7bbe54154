// SPDX-License-Identifier: MIT
// Figures traced to the cells of tables. Private to study/.
#pragma once

#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

#include "study/disclosure/linked_figures.h"
#include "study/joined.h"

namespace wardmap {

/// Table, line, column.
using CellId = std::tuple<std::size_t, std::size_t, std::size_t>;

/// One cell as part of a figure.
struct CellPart {
    double times = 1;  // multiplicity in the sum
    double weight = 1; // the share that a lookup gives the ward
    Cell content;
};

using CellParts = std::map<CellId, CellPart>;

/// One set of figures and its source cells.
struct SourcedFigures {
    FigureGroup same;
    std::vector<CellParts> cells; // per ward
    std::vector<Cell> figures;    // per ward, as joined
    /// Wards with a sum stated in a table; an empty list: all wards.
    std::vector<std::vector<std::size_t>> totals;
};

/// All counts from tables; those of the same cells are merged. Cells of one table that agree in
/// every ward with the figures of another, or with the sum of two others, are treated as the same,
/// because figures that cannot be traced may be copies.
[[nodiscard]] std::vector<SourcedFigures> sourced_figures(const Joined& joined);

} // namespace wardmap
