// SPDX-License-Identifier: MIT
// A spatial index: boxes by the grid cells they touch, so that only boxes near a place are checked.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::geo {

/// Numbered boxes within an area; boxes beyond it are treated as at its edge. Units are those of
/// the area. Cost: a box is stored in each cell it touches; a search visits the cells it touches.
class BoxGrid {
public:
    /// Precondition: `cell` is above 0; an empty area is one cell.
    BoxGrid(const Box& area, double cell);

    void add(const Box& box, std::size_t number);
    /// Precondition: added with the same box.
    void remove(const Box& box, std::size_t number);

    /// Whether `is` holds for a number whose box may touch this one. `is` is called for all that do
    /// touch, for some that do not, and possibly more than once for the same number.
    template <typename Is>
    [[nodiscard]] bool any(const Box& box, const Is& is) const {
        const auto span = cells_of(box);
        for (std::size_t row = span.top; row <= span.bottom; ++row) {
            for (std::size_t column = span.left; column <= span.right; ++column) {
                const auto& cell = m_cells[row * m_columns + column];
                if (std::any_of(cell.begin(), cell.end(), is)) return true;
            }
        }
        return false;
    }

    /// The numbers whose boxes may touch this one, in ascending order, each once.
    [[nodiscard]] std::vector<std::size_t> near(const Box& box) const;

private:
    struct Span {
        std::size_t left, top, right, bottom;
    };
    [[nodiscard]] Span cells_of(const Box& box) const;

    Box m_area;
    double m_cell;
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<std::vector<std::uint32_t>> m_cells;
};

} // namespace wardmap::geo
