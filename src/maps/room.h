// SPDX-License-Identifier: MIT
// Which of a map's box is empty, so that something else may stand there.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::maps {

/// What was free of a box when it was asked: a raster of 1 mm.
class FreeRoom {
public:
    FreeRoom(const geo::Box& box, std::ptrdiff_t columns, std::ptrdiff_t rows,
             std::vector<int> taken_before);

    /// The free box of a size, `clearance` from what is taken, that lies nearest to a corner.
    [[nodiscard]] std::optional<geo::Box> place(double width, double height,
                                                double clearance) const;

private:
    [[nodiscard]] bool is_free(const geo::Box& box) const;

    geo::Box m_box;
    std::ptrdiff_t m_columns;
    std::ptrdiff_t m_rows;
    std::vector<int> m_taken_before; // taken cells above and left of each corner
};

/// The same while things are put into it.
class Room {
public:
    explicit Room(const geo::Box& box);

    /// No other thing may touch these.
    void take(const geo::MultiPolygon& shape);
    void take(const geo::Box& box);

    [[nodiscard]] FreeRoom free() const;
    [[nodiscard]] double free_share() const; // of the whole box

    /// The largest free rectangle there is; empty where all is taken.
    [[nodiscard]] geo::Box largest_free() const;

private:
    [[nodiscard]] std::ptrdiff_t column(double x) const;
    [[nodiscard]] std::ptrdiff_t row(double y) const;
    void mark(std::ptrdiff_t column, std::ptrdiff_t row);
    void take_line(geo::Point a, geo::Point b);
    void take_inside(const geo::Polygon& part);

    geo::Box m_box;
    std::ptrdiff_t m_columns;
    std::ptrdiff_t m_rows;
    std::vector<char> m_taken;
};

} // namespace wardmap::maps
