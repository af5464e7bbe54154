// SPDX-License-Identifier: MIT
// Counts as circles whose areas are proportional to them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "maps/ground/view.h"
#include "paint/scene.h"

namespace wardmap {
struct CategoryResult;
}

namespace wardmap::maps {

/// Radius in mm of a count of 1.
struct CircleScale {
    double unit_mm = 0;
};

/// The largest circle's radius is at most 6% of the map's size, and all circles together cover at
/// most a seventh of it.
[[nodiscard]] CircleScale circle_scale(const CategoryResult& category, double map_mm);

[[nodiscard]] double radius_of(CircleScale scale, double value);

/// A circle of the legend, with its round value.
struct CircleRow {
    std::string value;
    double radius_mm = 0;
};

/// At most three round values, none above the largest count.
[[nodiscard]] std::vector<CircleRow> circle_rows(const CategoryResult& category, CircleScale scale);

/// The centre of each ward's circle: its pole of inaccessibility. None for wards that are not in
/// view, or whose circle an inset would cut.
struct Circle {
    std::size_t ward = 0;
    geo::Point centre;
    double radius_mm = 0;
};
[[nodiscard]] std::vector<Circle> circles_in(const View& view, const std::vector<double>& radii);

[[nodiscard]] paint::Shape circle_shape(geo::Point centre, double radius_mm, paint::Colour colour);

/// Id and title of each ward's circle in an SVG.
struct CircleNames {
    std::vector<std::string> ids;
    std::vector<std::string> titles;
};

/// `names` and `radii` have one entry for each ward.
[[nodiscard]] std::vector<paint::Item> circle_items(const View& view,
                                                    const std::vector<double>& radii,
                                                    const CircleNames& names, paint::Colour colour);

} // namespace wardmap::maps
