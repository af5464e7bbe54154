// SPDX-License-Identifier: MIT
// From metres on the ground to millimetres on the sheet.
#pragma once

#include <vector>

#include "geo/polygon.h"
#include "wards/ward.h"

namespace wardmap::maps {

/// Fits an extent in metres (north up) into a box on the sheet (down is down), in the middle of it
/// and at one scale in both directions.
class Frame {
public:
    /// Precondition: `ground` is not empty and has a width or a height.
    Frame(const geo::Box& ground, const geo::Box& sheet);

    [[nodiscard]] double mm_per_m() const { return m_mm_per_m; }
    [[nodiscard]] geo::Point to_sheet(geo::Point ground) const;

    /// A shape on the sheet. Points are put on a grid of 0.01 mm, finer than any printer: borders
    /// that were shared stay shared, and points that fall together are one.
    [[nodiscard]] geo::MultiPolygon to_sheet(const geo::MultiPolygon& ground) const;

private:
    geo::Point m_ground_centre;
    geo::Point m_sheet_centre;
    double m_mm_per_m;
};

/// All wards on the sheet, in the order of the WardSet.
[[nodiscard]] std::vector<geo::MultiPolygon> on_sheet(const WardSet& wards, const Frame& frame);

} // namespace wardmap::maps
