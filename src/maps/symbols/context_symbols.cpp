// SPDX-License-Identifier: MIT
#include "maps/symbols/context_symbols.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "maps/symbols/circles.h"
#include "maps/symbols/context_row.h"
#include "maps/symbols/strokes.h"
#include "study/surroundings/surroundings.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

using Look = project::LayerSpec::Look;

/// The symbol of a look. Lines have a casing, so that they are visible on dark wards.
struct Symbol {
    paint::Colour colour;
    double width_pt = 0; // of lines, and of the borders of areas
    std::vector<double> dash_pt;
    double radius_mm = 0; // of markers
    bool hollow = false;
    paint::Colour other = paint::white; // casing of lines, rim of markers, borders of areas
};

Symbol own_symbol(Look look) {
    switch (look) {
    case Look::neighbours:
        return {{0xF6, 0xF6, 0xF6}, 0.5, {}, 0, false, {0xB8, 0xB8, 0xB8}};
    case Look::green:
        return {{0xD3, 0xE3, 0xCF}, 0.3, {}, 0, false, {0xD3, 0xE3, 0xCF}};
    case Look::water:
        return {{0xCF, 0xE0, 0xEE}, 0.3, {}, 0, false, {0xCF, 0xE0, 0xEE}};
    case Look::river:
        return {{0x1F, 0x6F, 0xB5}, 1.2, {}, 0, false};
    case Look::road:
        return {paint::white, 0.8, {}, 0, false, {0x59, 0x4D, 0x40}};
    case Look::railway:
        return {{0x26, 0x26, 0x26}, 0.9, {3, 1.6}, 0, false};
    case Look::border:
        return {{0x59, 0x26, 0x59}, 1.1, {4, 1.5, 1, 1.5}, 0, false};
    case Look::place:
        return {{0x33, 0x33, 0x33}, 0.8, {}, 0.55, true};
    case Look::site:
        return {{0x00, 0x00, 0x00}, 0.8, {}, 0.95, false};
    }
    return {};
}

Depth depth_of(const project::LayerSpec& spec) {
    if (spec.position == project::LayerSpec::Position::above) return Depth::above;
    return spec.look == Look::neighbours ? Depth::around : Depth::below;
}

Symbol symbol_of(Look look, bool grey) {
    auto symbol = own_symbol(look);
    if (grey) {
        symbol.colour = paint::as_seen(symbol.colour, paint::Sight::grey);
        symbol.other = paint::as_seen(symbol.other, paint::Sight::grey);
    }
    return symbol;
}

/// Bolder in styles for viewing at a distance.
double boldness(const style::Style& style) {
    return std::clamp(style.label_pt / 8, 0.8, 2.5);
}

paint::Shape area_shape(std::vector<geo::Ring> rings, const Symbol& symbol) {
    paint::Shape shape;
    shape.rings = std::move(rings);
    shape.fill = symbol.colour;
    shape.stroke = paint::Stroke{symbol.other, symbol.width_pt, {}};
    shape.css = "context-area";
    return shape;
}

/// The casing, then the line. A white line (a road) would be invisible without its casing.
std::vector<paint::Item> line_shapes(const std::vector<geo::Ring>& lines, const Symbol& symbol,
                                     bool cased, double bold) {
    paint::Shape line;
    line.rings = lines;
    line.closed = false;
    line.css = "context-line";
    line.stroke = paint::Stroke{symbol.colour, bold * symbol.width_pt, symbol.dash_pt};
    std::vector<paint::Item> items;
    if (cased || symbol.colour == paint::white) {
        auto casing = line;
        casing.stroke = paint::Stroke{symbol.other, bold * (symbol.width_pt + 1), {}};
        items.emplace_back(std::move(casing));
    }
    items.emplace_back(std::move(line));
    return items;
}

/// A dot with a white rim, or a ring.
paint::Shape marker_shape(geo::Point at, const Symbol& symbol, double bold) {
    auto shape =
        circle_shape(at, bold * symbol.radius_mm, symbol.hollow ? symbol.other : symbol.colour);
    shape.stroke =
        paint::Stroke{symbol.hollow ? symbol.colour : symbol.other, bold * symbol.width_pt, {}};
    shape.css = "context-marker";
    return shape;
}

} // namespace

std::vector<paint::Item> context_items(const View& view, Depth depth, const style::Style& style) {
    const bool above = depth == Depth::above;
    std::vector<paint::Item> items;
    for (const auto& drawn : view.layers) {
        if (depth_of(drawn.layer->spec) != depth) continue;
        const auto symbol = symbol_of(drawn.layer->spec.look, style.is_grey());
        for (const auto& area : drawn.areas) {
            items.emplace_back(area_shape(rings_of(area), symbol));
        }
        if (!drawn.lines.empty()) {
            auto lines = line_shapes(drawn.lines, symbol, above, boldness(style));
            std::move(lines.begin(), lines.end(), std::back_inserter(items));
        }
        for (const auto& point : drawn.points) {
            items.emplace_back(marker_shape(point, symbol, boldness(style)));
        }
    }
    return items;
}

std::vector<geo::Box> marker_boxes(const View& view, const style::Style& style) {
    std::vector<geo::Box> boxes;
    for (const auto& drawn : view.layers) {
        const double radius = boldness(style) * own_symbol(drawn.layer->spec.look).radius_mm;
        for (const auto& p : drawn.points) {
            boxes.push_back(geo::Box{p.x, p.y, p.x, p.y}.grown(radius));
        }
    }
    return boxes;
}

double context_swatch_mm(double size_pt) {
    return 8 * size_pt / 9;
}

std::vector<paint::Item> context_swatch(const ContextRow& row, geo::Point at, double size_pt) {
    const double em = size_pt * paint::mm_per_pt;
    const double middle = at.y - 0.36 * em;
    const double right = at.x + context_swatch_mm(size_pt);
    const auto symbol = symbol_of(row.look, row.grey);
    if (symbol.radius_mm > 0) {
        return {marker_shape({(at.x + right) / 2, middle}, symbol, size_pt / 9)};
    }
    if (row.look == Look::neighbours || row.look == Look::green || row.look == Look::water) {
        return {area_shape({{{at.x, at.y - 0.92 * em},
                             {right, at.y - 0.92 * em},
                             {right, at.y + 0.23 * em},
                             {at.x, at.y + 0.23 * em}}},
                           symbol)};
    }
    return line_shapes({{{at.x, middle}, {right, middle}}}, symbol, false, size_pt / 9);
}

} // namespace wardmap::maps
