// SPDX-License-Identifier: MIT
// Which part of a box is empty, where something else can be placed. Its units are millimetres
// on a sheet, or whatever else the owner says.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::geo {

/// What was free of a box when it was asked: a raster of cells of 1 by 1.
class FreeSpace {
public:
    FreeSpace(const Box& box, std::ptrdiff_t columns, std::ptrdiff_t rows,
              std::vector<int> taken_before);

    /// The free box of a size, `clearance` from what is taken, that lies nearest to a corner.
    [[nodiscard]] std::optional<Box> place(double width, double height, double clearance) const;
    /// The one of the least cost.
    [[nodiscard]] std::optional<Box> place(double width, double height, double clearance,
                                           const std::function<double(const Box&)>& cost) const;

    [[nodiscard]] bool is_free(const Box& box) const;

private:
    /// Cells from one on and up to another.
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

/// The same while things are put into it.
class OccupancyGrid {
public:
    explicit OccupancyGrid(const Box& box);

    /// No other thing may touch these.
    void take(const MultiPolygon& shape);
    void take(const Box& box);

    [[nodiscard]] FreeSpace free() const;
    [[nodiscard]] double free_share() const; // of the whole box

    /// The largest free rectangle there is; empty where all is taken.
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
