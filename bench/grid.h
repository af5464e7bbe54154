// SPDX-License-Identifier: MIT
// A made-up country: a grid of wards with crooked shared borders.
#pragma once

#include <cmath>
#include <string>

#include "wards/ward.h"

namespace wardmap::bench {

/// A point of the border network; both wards beside an edge use the same points.
inline geo::Point crooked(double x, double y) {
    return {500000 + 1000 * x + 120 * std::sin(7 * y + x),
            150000 + 1000 * y + 120 * std::sin(9 * x + y)};
}

/// side x side wards, each with 4 * steps vertices.
inline WardSet crooked_grid(int side, int steps) {
    WardSet set;
    set.crs = "EPSG:27700";
    for (int i = 0; i < side * side; ++i) {
        const double x = i % side;
        const double y = i / side; // NOLINT(bugprone-integer-division)
        geo::Ring ring;
        for (int k = 0; k < 4 * steps; ++k) {
            const double t = static_cast<double>(k % steps) / steps;
            const double back = static_cast<double>(steps - k % steps) / steps;
            switch (k / steps) {
            case 0:
                ring.push_back(crooked(x + t, y));
                break;
            case 1:
                ring.push_back(crooked(x + 1, y + t));
                break;
            case 2:
                ring.push_back(crooked(x + back, y + 1));
                break;
            default:
                ring.push_back(crooked(x, y + back));
                break;
            }
        }
        Ward ward;
        ward.code = "W" + std::to_string(100000 + i);
        ward.name = "Ward " + std::to_string(i);
        ward.shape = {{geo::Polygon{ring, {}}}};
        ward.area_m2 = geo::area(ward.shape);
        set.wards.push_back(std::move(ward));
    }
    return set;
}

} // namespace wardmap::bench
