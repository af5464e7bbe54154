// SPDX-License-Identifier: MIT
#include "maps/symbols/scale_bar.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"

namespace wardmap::maps {
namespace {

constexpr paint::Colour ink{0x33, 0x33, 0x33};

paint::Shape block(double x0, double y0, double x1, double y1, bool dark) {
    paint::Shape shape;
    shape.rings = {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}};
    shape.fill = dark ? ink : paint::white;
    shape.stroke = paint::Stroke{ink, 0.5, {}};
    shape.css = "scale-bar";
    return shape;
}

paint::Text words(std::string text, geo::Point at, double size_pt) {
    paint::Text item;
    item.text = std::move(text);
    item.at = at;
    item.font.size_pt = size_pt;
    item.align = paint::Align::centre;
    item.colour = ink;
    return item;
}

} // namespace

double scale_bar_length_m(double mm_per_m, double most_mm) {
    const double most_m = most_mm / mm_per_m;
    const double power = std::pow(10, std::floor(std::log10(most_m)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= most_m) return step * power;
    }
    return power;
}

std::string distance_text(double metres) {
    if (metres < 1000) return text::number(metres, 0) + " m";
    return text::number(metres / 1000, 0) + " km";
}

std::vector<paint::Item> scale_bar(double mm_per_m, geo::Point corner, double most_mm,
                                   double size_pt, const paint::TextMetrics& metrics) {
    std::vector<paint::Item> items;
    const double length_m = scale_bar_length_m(mm_per_m, most_mm);
    const double length = length_m * mm_per_m;
    const std::string end = distance_text(length_m);
    const double half_text =
        metrics.measure(end, {size_pt, paint::Weight::regular, false}).width_mm / 2;
    const double x1 = corner.x - half_text;
    const double x0 = x1 - length;
    const double y1 = corner.y;
    const double y0 = y1 - 1.4;
    for (int i = 0; i < 4; ++i) {
        items.emplace_back(
            block(x0 + length * i / 4, y0, x0 + length * (i + 1) / 4, y1, i % 2 == 0));
    }
    const double text_y = y0 - 1.3;
    items.emplace_back(words("0", {x0, text_y}, size_pt));
    items.emplace_back(words(end, {x1, text_y}, size_pt));
    return items;
}

std::vector<paint::Item> north_arrow(geo::Point foot, double size_pt) {
    paint::Shape left;
    left.rings = {{{foot.x, foot.y - 6.5}, {foot.x - 1.7, foot.y}, {foot.x, foot.y - 1.5}}};
    left.fill = ink;
    left.stroke = paint::Stroke{ink, 0.5, {}};
    left.css = "north-arrow";
    paint::Shape right = left;
    right.rings = {{{foot.x, foot.y - 6.5}, {foot.x + 1.7, foot.y}, {foot.x, foot.y - 1.5}}};
    right.fill = paint::white;
    return {left, right, words("N", {foot.x, foot.y - 7.5}, size_pt)};
}

} // namespace wardmap::maps
