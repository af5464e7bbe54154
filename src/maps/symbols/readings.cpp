// SPDX-License-Identifier: MIT
#include "maps/symbols/readings.h"
#include "hotspots/hotspots.h"
#include "study/category_result.h"
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
using hotspots::Level;
using hotspots::Reading;

constexpr double outlined_mm = 5; // wards this wide have full outlines
constexpr double least_outline_share = 0.12;
constexpr double outlined_mm2 =
    60; // smaller wards have no outline, because it would hide their colour

bool points_down(Level level) {
    return hotspots::is_lower(level) || level == Level::fallen;
}

/// Two triangles, one above the other.
bool is_double(Level level) {
    return level == Level::much_higher || level == Level::much_lower;
}

paint::Shape filled(geo::Ring ring, paint::Colour fill, double line_pt) {
    paint::Shape shape;
    shape.rings = {std::move(ring)};
    shape.fill = fill;
    shape.stroke = paint::Stroke{paint::black, line_pt, {}};
    shape.css = "reading";
    return shape;
}

/// A white edge that separates a mark from the band below it.
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

/// Adds the borders of selected wards, each once, even between two of them; around a whole cluster
/// only the outer ones.
void add_lines(std::vector<paint::Item>& items, const std::vector<geo::MultiPolygon>& chosen,
               const std::optional<geo::Box>& cut_at, bool outside_only,
               const OutlineStrokes& strokes) {
    if (chosen.empty()) return;
    std::vector<geo::Ring> lines;
    for (auto& arc : wards::topology_of(chosen).arcs) {
        if (outside_only && arc.uses > 1) continue;
        if (!cut_at) {
            lines.push_back(std::move(arc.points));
            continue;
        }
        auto pieces = geo::off_edges(arc.points, *cut_at);
        std::move(pieces.begin(), pieces.end(), std::back_inserter(lines));
    }
    items.emplace_back(polylines(lines, strokes.under));
    items.emplace_back(polylines(lines, strokes.over));
    if (strokes.centre) items.emplace_back(polylines(std::move(lines), *strokes.centre));
}

template <typename Condition>
std::vector<geo::MultiPolygon> shapes_where(const std::vector<geo::MultiPolygon>& shapes,
                                            const Condition& condition) {
    std::vector<geo::MultiPolygon> chosen;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (condition(i)) chosen.push_back(shapes[i]);
    }
    return chosen;
}

/// One thin line around a cluster of small wards.
OutlineStrokes thin_strokes(Evidence evidence) {
    std::vector<double> dash;
    if (evidence != Evidence::firm) dash = {2, 1.2};
    return {{paint::white, 0.7, {}}, {paint::black, 0.4, dash}, {}};
}

void add_clusters(std::vector<paint::Item>& items, const CategoryResult& category,
                  const std::vector<geo::MultiPolygon>& shapes,
                  const std::optional<geo::Box>& cut_at) {
    const auto& wards = category.hotspots->wards;
    const auto lines = words::cluster_lines(*category.hotspots);
    std::size_t last = 0;
    for (const auto& ward : wards) {
        last = std::max(last, ward.cluster);
    }
    for (std::size_t cluster = 1; cluster <= last; ++cluster) {
        const auto chosen =
            shapes_where(shapes, [&](std::size_t i) { return wards[i].cluster == cluster; });
        const auto member = std::ranges::find(wards, cluster, &hotspots::WardHotspot::cluster);
        const auto evidence = lines[static_cast<std::size_t>(member - wards.begin())];
        const auto strokes =
            mean_area(chosen).value_or(0) < outlined_mm2
                ? thin_strokes(evidence)
                : cluster_strokes(evidence, line_share(chosen, outlined_mm, least_outline_share));
        add_lines(items, chosen, cut_at, true, strokes);
    }
}

void add_outlines(std::vector<paint::Item>& items, const CategoryResult& category,
                  const std::vector<geo::MultiPolygon>& shapes,
                  const std::optional<geo::Box>& cut_at, Evidence evidence) {
    const auto chosen = shapes_where(shapes, [&](std::size_t i) {
        return words::outlined(category.hotspots->wards[i]) == evidence &&
               geo::area(shapes[i]) >= outlined_mm2;
    });
    add_lines(items, chosen, cut_at, false,
              outline_strokes(evidence, line_share(chosen, outlined_mm, least_outline_share)));
}

/// ColorBrewer's RdBu: coloured by level, darker in a cluster.
paint::Colour colour_of(const Reading& reading) {
    const bool high = reading.around == hotspots::Around::high;
    const bool low = reading.around == hotspots::Around::low;
    switch (reading.level) {
    case Level::much_higher:
        return high ? paint::Colour{0x67, 0x00, 0x1F} : paint::Colour{0xB2, 0x18, 0x2B};
    case Level::higher:
        return high ? paint::Colour{0xD6, 0x60, 0x4D} : paint::Colour{0xF4, 0xA5, 0x82};
    case Level::risen:
        return {0xD6, 0x60, 0x4D};
    case Level::lower:
        return low ? paint::Colour{0x43, 0x93, 0xC3} : paint::Colour{0x92, 0xC5, 0xDE};
    case Level::much_lower:
        return low ? paint::Colour{0x05, 0x30, 0x61} : paint::Colour{0x21, 0x66, 0xAC};
    case Level::fallen:
        return {0x43, 0x93, 0xC3};
    case Level::similar:
    case Level::not_tested:
        if (high) return {0xFD, 0xDB, 0xC7};
        return low ? paint::Colour{0xD1, 0xE5, 0xF0} : paint::Colour{0xF7, 0xF7, 0xF7};
    case Level::unchanged:
        return {0xF7, 0xF7, 0xF7};
    case Level::uncertain:
    case Level::no_figure:
        break;
    }
    return paint::white;
}

/// Both sides are equally dark: the lower one has horizontal hatching.
void to_grey(Fill& fill, const Reading& reading) {
    fill.colour = paint::as_seen(fill.colour, paint::Sight::grey);
    const bool lower = hotspots::is_lower(reading.level) || reading.level == Level::fallen ||
                       (!hotspots::is_higher(reading.level) && reading.level != Level::risen &&
                        reading.around == hotspots::Around::low);
    if (!lower || fill.hatch) return;
    fill.hatch = paint::Hatch{paint::Hatch::Kind::lines, 0, 1.8, 0.5, paint::text_on(fill.colour)};
}

} // namespace

Fill fill_of(const Reading& reading, Tone tone) {
    using Kind = paint::Hatch::Kind;
    using hotspots::Around;
    constexpr paint::Colour grey{0x59, 0x59, 0x59};
    Fill fill;
    fill.look = Look::band;
    fill.colour = colour_of(reading);
    const bool untested =
        reading.level == Level::not_tested && reading.around == Around::not_tested;
    const bool undecided =
        reading.level == Level::uncertain ||
        (reading.level == Level::not_tested && reading.around == Around::uncertain);
    if (undecided) fill.hatch = paint::Hatch{Kind::lines, 45, 1.5, 0.6, grey};
    if (untested || reading.level == Level::no_figure) {
        fill.hatch = paint::Hatch{Kind::crossed, 45, 1.8, 0.5, grey};
    }
    // In a cluster without being higher: distinguished from wards next to one.
    if (reading.level == Level::similar && hotspots::is_in_cluster(reading)) {
        fill.hatch = paint::Hatch{Kind::dots, 45, 1.5, 0.6, grey};
    }
    if (tone == Tone::grey) to_grey(fill, reading);
    fill.ink = paint::text_on(fill.colour);
    return fill;
}

std::vector<Fill> reading_fills(const CategoryResult& category, Tone tone) {
    std::vector<Fill> fills;
    for (const auto& ward : category.hotspots->wards) {
        fills.push_back(fill_of(ward.reading, tone));
    }
    return fills;
}

double widest_outline_pt(const CategoryResult& category) {
    double widest = 0;
    if (!category.hotspots) return widest;
    for (const auto& ward : category.hotspots->wards) {
        const auto evidence = words::outlined(ward);
        if (evidence != Evidence::none) {
            widest = std::max(widest, outline_strokes(evidence).over.width_pt);
        }
        if (ward.cluster > 0) {
            widest = std::max(widest, cluster_strokes(Evidence::firm).over.width_pt);
        }
    }
    return widest;
}

OutlineStrokes outline_strokes(Evidence evidence, double share) {
    if (evidence == Evidence::firm) {
        return {{paint::white, 4.0 * share, {}}, {paint::black, 2.2 * share, {}}, {}};
    }
    return {
        {paint::white, 3.0 * share, {}}, {paint::black, 1.3 * share, {4 * share, 2 * share}}, {}};
}

OutlineStrokes cluster_strokes(Evidence evidence, double share) {
    std::vector<double> dash;
    if (evidence != Evidence::firm) dash = {6 * share, 3 * share};
    return {{paint::white, 4.6 * share, {}},
            {paint::black, 3.0 * share, dash},
            paint::Stroke{paint::white, 1.4 * share, {}}};
}

std::vector<paint::Shape> mark_shapes(Level level, geo::Point centre, double size_mm) {
    if (!words::is_marked(level)) return {};
    const double h = size_mm / 2;
    std::vector<paint::Shape> shapes;
    if (level == Level::uncertain) {
        shapes.push_back(filled({{centre.x, centre.y - h},
                                 {centre.x + h, centre.y},
                                 {centre.x, centre.y + h},
                                 {centre.x - h, centre.y}},
                                paint::white, 0.9));
    } else {
        const double up = points_down(level) ? -1 : 1;
        // Tip and centre of the base, from the tip's side of the box.
        const auto triangle = [&](double tip, double base) {
            shapes.push_back(filled({{centre.x, centre.y - up * tip},
                                     {centre.x + h, centre.y - up * base},
                                     {centre.x - h, centre.y - up * base}},
                                    paint::black, 0.6));
        };
        if (is_double(level)) {
            triangle(h, 0.06 * h);
            triangle(-0.06 * h, -h);
        } else {
            triangle(0.85 * h, -0.75 * h);
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
    add_clusters(items, category, shapes, cut_at);
    add_outlines(items, category, shapes, cut_at, Evidence::tentative);
    add_outlines(items, category, shapes, cut_at, Evidence::firm);
    return items;
}

} // namespace wardmap::maps
