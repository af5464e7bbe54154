// SPDX-License-Identifier: MIT
// Free space in a box, where something else can be placed. Units are the owner's, usually
// millimetres on a sheet.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::geo {

/// A snapshot of a box's free space: a raster of 1 by 1 cells.
class FreeSpace {
public:
    FreeSpace(const Box& box, std::ptrdiff_t columns, std::ptrdiff_t rows,
              std::vector<int> taken_before);

    /// The free box of a given size, `clearance` from occupied cells, nearest to a corner.
    [[nodiscard]] std::optional<Box> place(double width, double height, double clearance) const;
    /// The one with the least cost.
    [[nodiscard]] std::optional<Box> place(double width, double height, double clearance,
                                           const std::function<double(const Box&)>& cost) const;

    [[nodiscard]] bool is_free(const Box& box) const;

private:
    /// A half-open range of cells.
    struct Span {
        std::ptrdiff_t from, to;
    };
    [[nodiscard]] static Span span(double from, double min, double max, std::ptrdiff_t cells);
    [[nodiscard]] bool is_free(const Span& columns, const Span& rows) const;

    template <typename Cost>
    [[nodiscard]] std::optional<Box> cheapest(double width, double height, double clearance,
                                              const Cost& cost) const;

    Box m_box;
    std::ptrdiff_t m_columns;
    std::ptrdiff_t m_rows;
    std::vector<int> m_taken_before; // taken cells above and left of each corner
};

/// The same, while it is being filled.
class OccupancyGrid {
public:
    explicit OccupancyGrid(const Box& box);

    /// Marks cells as occupied.
    void take(const MultiPolygon& shape);
    void take(const Box& box);

    [[nodiscard]] FreeSpace free() const;
    [[nodiscard]] double free_share() const; // of the whole box

    /// The largest free rectangle; empty if everything is occupied.
    [[nodiscard]] Box largest_free() const;

private:
    [[nodiscard]] std::ptrdiff_t column(double x) const;
    [[nodiscard]] std::ptrdiff_t row(double y) const;
    void mark(std::ptrdiff_t column, std::ptrdiff_t row);
    void take_line(Point a, Point b);
    void take_inside(const Polygon& part);

    Box m_box;
    std::ptrdiff_t m_columns;
    std::ptrdiff_t m_rows;
    std::vector<char> m_taken;
};

} // namespace wardmap::geo
