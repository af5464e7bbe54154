// SPDX-License-Identifier: MIT
#include "maps/context.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "maps/block_parts.h"
#include "maps/circles.h"
#include "maps/clip.h"

namespace wardmap::maps {
namespace {

using Look = project::LayerSpec::Look;

constexpr double least_step_mm = 0.05; // points nearer than this to the last are left out

/// How a look is drawn. Lines have a casing, so that they show on dark wards.
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
    if (spec.above) return Depth::above;
    return spec.look == Look::neighbours ? Depth::around : Depth::below;
}

/// Greys in styles that print nothing else.
bool is_grey(const project::Style& style) {
    return style.palette_sequential == "Greys" && style.palette_score == "Greys";
}

Symbol symbol_of(Look look, bool grey) {
    auto symbol = own_symbol(look);
    if (grey) {
        symbol.colour = paint::as_seen(symbol.colour, paint::Sight::grey);
        symbol.other = paint::as_seen(symbol.other, paint::Sight::grey);
    }
    return symbol;
}

/// Bolder in styles that are to be read from afar.
double boldness(const project::Style& style) {
    return std::clamp(style.label_pt / 8, 0.8, 2.5);
}

geo::Ring thinned(const geo::Ring& line) {
    geo::Ring kept;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool end = i == 0 || i + 1 == line.size();
        if (end ||
            std::hypot(line[i].x - kept.back().x, line[i].y - kept.back().y) >= least_step_mm) {
            kept.push_back(line[i]);
        }
    }
    return kept;
}

geo::MultiPolygon thinned(const geo::MultiPolygon& shape) {
    geo::MultiPolygon result;
    for (const auto& part : shape.parts) {
        geo::Polygon polygon{thinned(part.outer), {}};
        if (polygon.outer.size() < 3) continue;
        for (const auto& hole : part.holes) {
            auto ring = thinned(hole);
            if (ring.size() >= 3) polygon.holes.push_back(std::move(ring));
        }
        result.parts.push_back(std::move(polygon));
    }
    return result;
}

void add_feature(const geo::ContextFeature& feature, const Frame& frame, const geo::Box& box,
                 DrawnLayer& drawn) {
    const auto kind = drawn.layer->spec.kind;
    if (kind == project::LayerSpec::Kind::areas) {
        auto area = thinned(clipped(frame.to_sheet(feature.areas), box));
        if (area.empty()) return;
        drawn.areas.push_back(std::move(area));
        drawn.names.push_back(feature.label);
    } else if (kind == project::LayerSpec::Kind::lines) {
        for (const auto& line : feature.lines) {
            for (const auto& piece : clipped(frame.line_to_sheet(line), box)) {
                auto thin = thinned(piece);
                if (thin.size() > 1) drawn.lines.push_back(std::move(thin));
            }
        }
    } else {
        for (const auto& point : feature.points) {
            const auto at = frame.to_sheet(point);
            if (!box.contains(at)) continue;
            drawn.points.push_back(at);
            drawn.names.push_back(feature.label);
        }
    }
}

std::vector<geo::Ring> rings_of(const geo::MultiPolygon& shape) {
    std::vector<geo::Ring> rings;
    for (const auto& part : shape.parts) {
        rings.push_back(part.outer);
        rings.insert(rings.end(), part.holes.begin(), part.holes.end());
    }
    return rings;
}

paint::Shape area_shape(std::vector<geo::Ring> rings, const Symbol& symbol) {
    paint::Shape shape;
    shape.rings = std::move(rings);
    shape.fill = symbol.colour;
    shape.stroke = paint::Stroke{symbol.other, symbol.width_pt, {}};
    shape.css = "context-area";
    return shape;
}

/// The casing, then the line. A white line, a road, is nothing without its casing.
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

double swatch_mm(const TextStyle& style) {
    return at_size(8, style);
}

std::vector<paint::Item> swatch_of(const ContextRow& row, geo::Point at, const TextStyle& style) {
    const double em = style.font.size_pt * paint::mm_per_pt;
    const double middle = at.y - 0.36 * em;
    const double right = at.x + swatch_mm(style);
    const auto symbol = symbol_of(row.look, row.grey);
    if (symbol.radius_mm > 0) {
        return {marker_shape({(at.x + right) / 2, middle}, symbol, style.font.size_pt / 9)};
    }
    if (row.look == Look::neighbours || row.look == Look::green || row.look == Look::water) {
        return {area_shape({{{at.x, at.y - 0.92 * em},
                             {right, at.y - 0.92 * em},
                             {right, at.y + 0.23 * em},
                             {at.x, at.y + 0.23 * em}}},
                           symbol)};
    }
    return line_shapes({{{at.x, middle}, {right, middle}}}, symbol, false, style.font.size_pt / 9);
}

} // namespace

std::vector<DrawnLayer> layers_in(std::span<const ContextLayer> layers, const Frame& frame,
                                  const geo::Box& box) {
    const auto window = frame.to_ground(box).grown(0.5);
    std::vector<DrawnLayer> result;
    for (const auto& layer : layers) {
        DrawnLayer drawn;
        drawn.layer = &layer;
        for (const auto& feature : layer.features) {
            if (geo::extent(feature).grown(0.5).overlaps(window)) {
                add_feature(feature, frame, box, drawn);
            }
        }
        result.push_back(std::move(drawn));
    }
    return result;
}

std::vector<paint::Item> context_items(const View& view, Depth depth, const project::Style& style) {
    const bool above = depth == Depth::above;
    std::vector<paint::Item> items;
    for (const auto& drawn : view.layers) {
        if (depth_of(drawn.layer->spec) != depth) continue;
        const auto symbol = symbol_of(drawn.layer->spec.look, is_grey(style));
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

std::vector<geo::Box> marker_boxes(const View& view, const project::Style& style) {
    std::vector<geo::Box> boxes;
    for (const auto& drawn : view.layers) {
        const double radius = boldness(style) * own_symbol(drawn.layer->spec.look).radius_mm;
        for (const auto& p : drawn.points) {
            boxes.push_back(geo::Box{p.x, p.y, p.x, p.y}.grown(radius));
        }
    }
    return boxes;
}

std::vector<ContextRow> context_rows(std::span<const ContextLayer> layers,
                                     const project::Style& style) {
    std::vector<ContextRow> rows;
    for (const auto& layer : layers) {
        if (!layer.features.empty())
            rows.push_back({layer.spec.look, layer.spec.title, is_grey(style)});
    }
    return rows;
}

void add_context_rows(Block& block, const std::vector<ContextRow>& rows, const TextStyle& style,
                      geo::Point at, double width_mm, const paint::TextMetrics& metrics) {
    if (rows.empty()) return;
    block.height_mm += at_size(1.5, style);
    const double x = at.x + swatch_mm(style) + at_size(2.5, style);
    TextStyle words = style;
    words.role = paint::PdfRole::none; // the list's
    tagged(block, {paint::PdfRole::list}, [&] {
        for (const auto& row : rows) {
            const double baseline = at.y + block.height_mm + style.font.size_pt * paint::mm_per_pt;
            for (auto& item : swatch_of(row, {at.x, baseline}, style)) {
                block.items.push_back(std::move(item));
            }
            list_item(block, [&] {
                add_paragraphs(block, {row.title}, words, {x, at.y}, at.x + width_mm - x, metrics);
            });
            block.height_mm += 0.15 * line_pitch_mm(style);
        }
    });
}

} // namespace wardmap::maps
