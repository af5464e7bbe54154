// SPDX-License-Identifier: MIT
#include "maps/ground/line_scale.h"

#include <algorithm>
#include <cmath>

namespace wardmap::maps {

double line_share(const std::vector<geo::MultiPolygon>& shapes, double full_mm, double least) {
    std::vector<double> across;
    for (const auto& shape : shapes) {
        if (!shape.empty()) across.push_back(std::sqrt(geo::area(shape)));
    }
    if (across.empty()) return 1;
    const auto middle = across.begin() + static_cast<std::ptrdiff_t>(across.size() / 2);
    std::nth_element(across.begin(), middle, across.end());
    return std::clamp(*middle / full_mm, least, 1.0);
}

std::optional<double> mean_area(const std::vector<geo::MultiPolygon>& shapes) {
    double area = 0;
    std::size_t n = 0;
    for (const auto& shape : shapes) {
        if (shape.empty()) continue;
        area += geo::area(shape);
        ++n;
    }
    if (n == 0) return std::nullopt;
    return area / static_cast<double>(n);
}

} // namespace wardmap::maps
