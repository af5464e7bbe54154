// SPDX-License-Identifier: MIT
#include "maps/symbols/readings.h"
#include "words/reading_counts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "geo/clip.h"
#include "maps/ground/line_scale.h"
#include "paint/palette.h"
#include "wards/topology.h"

namespace wardmap::maps {
namespace {

using hotspots::Evidence;
using hotspots::Reading;

constexpr double outlined_mm = 5; // wards this wide bear full outlines
constexpr double least_outline_share = 0.12;

bool points_down(Reading reading) {
    return hotspots::is_low(reading) || reading == Reading::beside_low ||
           reading == Reading::fallen;
}

bool is_filled(Reading r) {
    return r == Reading::high || r == Reading::high_in_cluster || r == Reading::low ||
           r == Reading::low_in_cluster || r == Reading::risen || r == Reading::fallen;
}

bool has_bar(Reading r) {
    return r == Reading::high_in_cluster || r == Reading::in_high_cluster ||
           r == Reading::low_in_cluster || r == Reading::in_low_cluster;
}

paint::Shape filled(geo::Ring ring, paint::Colour fill, double line_pt) {
    paint::Shape shape;
    shape.rings = {std::move(ring)};
    shape.fill = fill;
    shape.stroke = paint::Stroke{paint::black, line_pt, {}};
    shape.css = "reading";
    return shape;
}

/// A white edge that parts a mark from whatever band it stands on.
paint::Shape halo_of(const paint::Shape& shape) {
    paint::Shape halo = shape;
    halo.fill = paint::white;
    halo.stroke = paint::Stroke{paint::white, 2.2, {}};
    return halo;
}

paint::Shape polylines(std::vector<geo::Ring> lines, const paint::Stroke& stroke) {
    paint::Shape shape;
    shape.rings = std::move(lines);
    shape.closed = false;
    shape.stroke = stroke;
    shape.css = "reading";
    return shape;
}

void add_outline(std::vector<paint::Item>& items, const CategoryResult& category,
                 const std::vector<geo::MultiPolygon>& shapes,
                 const std::optional<geo::Box>& cut_at, Evidence evidence) {
    std::vector<geo::MultiPolygon> chosen;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const auto& joint = category.hotspots->wards[i].joint;
        if (words::is_outlined(joint.reading) && joint.evidence == evidence)
            chosen.push_back(shapes[i]);
    }
    if (chosen.empty()) return;
    std::vector<geo::Ring> lines; // each border once, also between two of them
    for (auto& arc : wards::topology_of(chosen).arcs) {
        if (!cut_at) {
            lines.push_back(std::move(arc.points));
            continue;
        }
        auto pieces = geo::off_edges(arc.points, *cut_at);
        std::move(pieces.begin(), pieces.end(), std::back_inserter(lines));
    }
    const auto [under, over] =
        outline_strokes(evidence, line_share(chosen, outlined_mm, least_outline_share));
    items.emplace_back(polylines(lines, under));
    items.emplace_back(polylines(std::move(lines), over));
}

} // namespace

Fill fill_of(Reading reading) {
    using Kind = paint::Hatch::Kind;
    // ColorBrewer's RdBu, around its middle.
    static constexpr std::array<paint::Colour, hotspots::readings> colours = {
        paint::Colour{0xF7, 0xF7, 0xF7},
        paint::Colour{0xD6, 0x60, 0x4D},
        paint::Colour{0xB2, 0x18, 0x2B},
        paint::Colour{0xD6, 0x60, 0x4D},
        paint::Colour{0xFD, 0xDB, 0xC7},
        paint::Colour{0x43, 0x93, 0xC3},
        paint::Colour{0x21, 0x66, 0xAC},
        paint::Colour{0x43, 0x93, 0xC3},
        paint::Colour{0xD1, 0xE5, 0xF0},
        paint::white,
        paint::white,
        paint::Colour{0xD6, 0x60, 0x4D},
        paint::Colour{0x43, 0x93, 0xC3},
        paint::Colour{0xF7, 0xF7, 0xF7}};
    constexpr paint::Colour grey{0x59, 0x59, 0x59};
    Fill fill;
    fill.look = Look::band;
    fill.colour = colours.at(static_cast<std::size_t>(reading));
    if (reading == Reading::uncertain) fill.hatch = paint::Hatch{Kind::lines, 45, 1.5, 0.6, grey};
    if (reading == Reading::untestable) {
        fill.hatch = paint::Hatch{Kind::crossed, 45, 1.8, 0.5, grey};
    }
    fill.ink = paint::text_on(fill.colour);
    return fill;
}

std::vector<Fill> reading_fills(const CategoryResult& category) {
    std::vector<Fill> fills;
    for (const auto& ward : category.hotspots->wards) {
        fills.push_back(fill_of(ward.joint.reading));
    }
    return fills;
}

double widest_outline_pt(const CategoryResult& category) {
    double widest = 0;
    if (!category.hotspots) return widest;
    for (const auto& ward : category.hotspots->wards) {
        if (!words::is_outlined(ward.joint.reading)) continue;
        widest = std::max(widest, outline_strokes(ward.joint.evidence).over.width_pt);
    }
    return widest;
}

OutlineStrokes outline_strokes(Evidence evidence, double share) {
    if (evidence == Evidence::firm) {
        return {{paint::white, 4.0 * share, {}}, {paint::black, 2.2 * share, {}}};
    }
    return {{paint::white, 3.0 * share, {}}, {paint::black, 1.3 * share, {4 * share, 2 * share}}};
}

std::vector<paint::Shape> mark_shapes(Reading reading, geo::Point centre, double size_mm) {
    if (!words::is_marked(reading)) return {};
    const double h = size_mm / 2;
    std::vector<paint::Shape> shapes;
    if (reading == Reading::uncertain) {
        shapes.push_back(filled({{centre.x, centre.y - h},
                                 {centre.x + h, centre.y},
                                 {centre.x, centre.y + h},
                                 {centre.x - h, centre.y}},
                                paint::white, 0.9));
    } else {
        const double up = points_down(reading) ? -1 : 1;
        const double base = has_bar(reading) ? 0.45 * h : 0.85 * h;
        shapes.push_back(filled({{centre.x, centre.y - up * h},
                                 {centre.x + h, centre.y + up * base},
                                 {centre.x - h, centre.y + up * base}},
                                is_filled(reading) ? paint::black : paint::white, 0.9));
        if (has_bar(reading)) {
            shapes.push_back(filled({{centre.x - h, centre.y + up * 0.85 * h},
                                     {centre.x + h, centre.y + up * 0.85 * h},
                                     {centre.x + h, centre.y + up * h},
                                     {centre.x - h, centre.y + up * h}},
                                    paint::black, 0.5));
        }
    }
    std::vector<paint::Shape> with_halo;
    for (const auto& shape : shapes) {
        with_halo.push_back(halo_of(shape));
    }
    with_halo.insert(with_halo.end(), shapes.begin(), shapes.end());
    return with_halo;
}

std::vector<paint::Item> reading_outlines(const CategoryResult& category,
                                          const std::vector<geo::MultiPolygon>& shapes,
                                          const std::optional<geo::Box>& cut_at) {
    std::vector<paint::Item> items;
    if (!category.hotspots) return items;
    add_outline(items, category, shapes, cut_at, Evidence::tentative);
    add_outline(items, category, shapes, cut_at, Evidence::firm);
    return items;
}

} // namespace wardmap::maps
