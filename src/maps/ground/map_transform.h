// SPDX-License-Identifier: MIT
// From metres on the ground to millimetres on the sheet.
#pragma once

#include "geo/polygon.h"

namespace wardmap::maps {

/// Fits an extent in metres (north up) into a box on the sheet (y downwards), centred and at the
/// same scale in both directions.
class MapTransform {
public:
    /// Precondition: `ground` is not empty and has a width or a height.
    MapTransform(const geo::Box& ground, const geo::Box& sheet);

    [[nodiscard]] double mm_per_m() const { return m_mm_per_m; }
    [[nodiscard]] geo::Point to_sheet(geo::Point ground) const;

    /// A shape on the sheet. Points are snapped to a grid of 0.01 mm, finer than any printer:
    /// shared borders stay shared, and coinciding points are merged.
    [[nodiscard]] geo::MultiPolygon to_sheet(const geo::MultiPolygon& ground) const;

    /// The same for a polyline; one that collapses to a point has one point.
    [[nodiscard]] geo::Ring line_to_sheet(const geo::Ring& ground) const;

    /// The ground below a box on the sheet.
    [[nodiscard]] geo::Box to_ground(const geo::Box& sheet) const;

private:
    geo::Point m_ground_centre;
    geo::Point m_sheet_centre;
    double m_mm_per_m;
};

/// The largest box with the proportions of `ground` within `sheet`; `x` and `y` are its position: 0
/// left or top, 1 right or bottom.
[[nodiscard]] geo::Box fitted(const geo::Box& ground, const geo::Box& sheet, double x, double y);

} // namespace wardmap::maps
