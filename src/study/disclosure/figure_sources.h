// SPDX-License-Identifier: MIT
// Figures traced back to the cells of tables. Private to study/.
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
    double times = 1;  // how often it is added
    double weight = 1; // the share that a lookup gives the ward
    Cell content;
};

using CellParts = std::map<CellId, CellPart>;

/// One set of figures, and where it comes from.
struct SourcedFigures {
    FigureGroup same;
    std::vector<CellParts> cells; // per ward
    std::vector<Cell> figures;    // per ward, as joined
    /// Wards whose sum a table states; an empty list: all wards.
    std::vector<std::vector<std::size_t>> totals;
};

/// All counts from tables; those of the same cells are one. Cells of one table that agree in every
/// ward with the figures of another, or with the sum of two others, are taken to be those: what
/// cannot be traced is the same if it looks the same.
[[nodiscard]] std::vector<SourcedFigures> sourced_figures(const Joined& joined);

} // namespace wardmap
