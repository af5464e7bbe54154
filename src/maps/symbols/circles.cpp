// SPDX-License-Identifier: MIT
#include "maps/symbols/circles.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/text.h"
#include "geo/pole_of_inaccessibility.h"
#include "study/category_result.h"

namespace wardmap::maps {
namespace {

constexpr double largest_share = 0.06;
constexpr double most_cover = 1.0 / 7;

double largest(const CategoryResult& category) {
    double most = 0;
    for (const auto& value : category.values) {
        if (value.is_known()) most = std::max(most, value.value());
    }
    return most;
}

/// The largest of 1, 2 or 5 times a power of ten that is not above `most`.
double round_below(double most) {
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= most) return step * power;
    }
    return power;
}

} // namespace

CircleScale circle_scale(const CategoryResult& category, double map_mm) {
    double sum = 0;
    for (const auto& value : category.values) {
        if (value.is_known()) sum += value.value();
    }
    const double most = largest(category);
    if (most <= 0) return {};
    const double by_largest = largest_share * map_mm / std::sqrt(most);
    const double by_all = map_mm * std::sqrt(most_cover / (std::numbers::pi * sum));
    return {std::min(by_largest, by_all)};
}

double radius_of(CircleScale scale, double value) {
    return value > 0 ? scale.unit_mm * std::sqrt(value) : 0;
}

std::vector<CircleRow> circle_rows(const CategoryResult& category, CircleScale scale) {
    const double most = largest(category);
    std::vector<CircleRow> rows;
    if (most < 1) return rows;
    double value = round_below(most);
    for (int i = 0; i < 3 && value >= 1; ++i) {
        rows.push_back({text::number(value, 0), radius_of(scale, value)});
        value = round_below(value / 4);
    }
    return rows;
}

std::vector<Circle> circles_in(const View& view, const std::vector<double>& radii) {
    std::vector<Circle> circles;
    for (std::size_t i = 0; i < view.shapes.size() && i < radii.size(); ++i) {
        if (radii[i] <= 0 || view.shapes[i].empty()) continue;
        const auto at = geo::pole_of_inaccessibility(view.shapes[i], 0.2).at;
        const double r = radii[i];
        if (view.cut &&
            !(view.box.contains({at.x - r, at.y - r}) && view.box.contains({at.x + r, at.y + r}))) {
            continue;
        }
        circles.push_back({i, at, r});
    }
    std::stable_sort(circles.begin(), circles.end(),
                     [](const Circle& a, const Circle& b) { return a.radius_mm > b.radius_mm; });
    return circles;
}

paint::Shape circle_shape(geo::Point centre, double radius_mm, paint::Colour colour) {
    constexpr int corners = 60;
    geo::Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        ring.push_back(
            {centre.x + radius_mm * std::cos(angle), centre.y + radius_mm * std::sin(angle)});
    }
    paint::Shape shape;
    shape.rings = {std::move(ring)};
    shape.fill = colour;
    shape.stroke = paint::Stroke{paint::white, 0.6, {}};
    shape.css = "circle";
    return shape;
}

std::vector<paint::Item> circle_items(const View& view, const std::vector<double>& radii,
                                      const CircleNames& names, paint::Colour colour) {
    std::vector<paint::Item> items;
    for (const auto& circle : circles_in(view, radii)) {
        auto shape = circle_shape(circle.centre, circle.radius_mm, colour);
        shape.id = names.ids[circle.ward];
        shape.title = names.titles[circle.ward];
        items.emplace_back(std::move(shape));
    }
    return items;
}

} // namespace wardmap::maps
