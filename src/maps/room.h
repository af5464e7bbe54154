// SPDX-License-Identifier: MIT
// Which of a map's box is empty, so that something else may stand there.
#pragma once

#include <optional>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::maps {

/// A raster of 1 mm over a box.
class Room {
public:
    explicit Room(const geo::Box& box);

    /// No other thing may touch these.
    void take(const geo::MultiPolygon& shape);
    void take(const geo::Box& box);

    /// The free box of a size, `clearance` from what is taken, that lies nearest to a corner.
    [[nodiscard]] std::optional<geo::Box> place(double width, double height,
                                                double clearance) const;

    [[nodiscard]] double free_share() const; // of the whole box

private:
    [[nodiscard]] std::ptrdiff_t column(double x) const;
    [[nodiscard]] std::ptrdiff_t row(double y) const;
    void mark(std::ptrdiff_t column, std::ptrdiff_t row);
    void take_line(geo::Point a, geo::Point b);
    void take_inside(const geo::Polygon& part);
    [[nodiscard]] std::vector<int> sums() const; // taken cells above and left of each corner

    geo::Box m_box;
    std::ptrdiff_t m_columns;
    std::ptrdiff_t m_rows;
    std::vector<bool> m_taken;
};

} // namespace wardmap::maps
