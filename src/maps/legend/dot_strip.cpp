// SPDX-License-Identifier: MIT
#include "maps/legend/dot_strip.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <numbers>

#include <fmt/format.h>

#include "base/text.h"

namespace wardmap::maps {
namespace {

constexpr paint::Colour ink{0x33, 0x33, 0x33};
constexpr double bar_mm = 1.8;
constexpr double dot_mm = 0.85;
constexpr double overshoot_mm = 0.6; // of a break's line below the bar

geo::Ring rectangle(double x0, double y0, double x1, double y1) {
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

geo::Ring circle(geo::Point centre, double radius) {
    constexpr int corners = 16;
    geo::Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return ring;
}

paint::Shape filled(geo::Ring ring, paint::Colour colour, std::string css) {
    paint::Shape shape;
    shape.rings = {std::move(ring)};
    shape.fill = colour;
    shape.css = std::move(css);
    return shape;
}

/// Positions of figures on the bar.
class Axis {
public:
    Axis(const bands::Banding& banding, const geo::Box& box)
        : m_low(banding.bands.front().low), m_high(banding.bands.back().high), m_box(box) {
        m_ends.push_back(box.min_x);
        for (const auto& cut : banding.cuts) {
            m_ends.push_back(at(cut.at));
        }
        m_ends.push_back(box.max_x);
    }

    [[nodiscard]] double at(double value) const {
        if (!(m_low < m_high)) return (m_box.min_x + m_box.max_x) / 2;
        const double share = (value - m_low) / (m_high - m_low);
        return m_box.min_x + std::clamp(share, 0.0, 1.0) * m_box.width();
    }
    [[nodiscard]] double from(std::size_t band) const { return m_ends[band]; }
    [[nodiscard]] double to(std::size_t band) const { return m_ends[band + 1]; }

    /// The centre of the pile for a figure: a whole number of dots from the start of its band, so
    /// that no dot crosses a break that its figure does not cross.
    [[nodiscard]] double pile(double value, std::size_t band) const {
        const double room = to(band) - from(band);
        if (room < dot_mm) return (from(band) + to(band)) / 2;
        const double x =
            from(band) + (std::floor((at(value) - from(band)) / dot_mm) + 0.5) * dot_mm;
        return std::min(x, to(band) - dot_mm / 2);
    }

private:
    double m_low;
    double m_high;
    geo::Box m_box;
    std::vector<double> m_ends;
};

std::map<double, std::size_t> piles_of(const std::vector<Cell>& cells,
                                       const bands::Banding& banding, const Axis& axis) {
    std::map<double, std::size_t> piles;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].is_known()) ++piles[axis.pile(cells[i].value(), *banding.band_of[i])];
    }
    return piles;
}

void add_dots(std::vector<paint::Item>& items, const std::map<double, std::size_t>& piles,
              double foot, double height) {
    std::size_t most = 1;
    for (const auto& [x, n] : piles) {
        most = std::max(most, n);
    }
    const bool fits = static_cast<double>(most) * dot_mm <= height;
    for (const auto& [x, n] : piles) {
        for (std::size_t i = 0; fits && i < n; ++i) {
            const double y = foot - (static_cast<double>(i) + 0.5) * dot_mm;
            items.emplace_back(filled(circle({x, y}, dot_mm * 0.42), ink, "dot"));
        }
        if (fits) continue;
        const double top = foot - height * static_cast<double>(n) / static_cast<double>(most);
        items.emplace_back(
            filled(rectangle(x - dot_mm * 0.4, top, x + dot_mm * 0.4, foot), ink, "dot"));
    }
}

paint::Text end_label(double value, int decimals, geo::Point at, paint::Align align,
                      double size_pt) {
    paint::Text item;
    item.text = text::number(value, decimals);
    item.at = at;
    item.font.size_pt = size_pt;
    item.align = align;
    item.colour = ink;
    return item;
}

} // namespace

std::vector<paint::Item> strip_items(const std::vector<Cell>& cells, const bands::Banding& banding,
                                     const std::vector<paint::Colour>& colours, const geo::Box& box,
                                     double size_pt) {
    std::vector<paint::Item> items;
    const double text_mm = size_pt * paint::mm_per_pt;
    const double bottom = box.max_y - text_mm * 1.25;
    const double foot = bottom - bar_mm;
    const Axis axis(banding, box);
    for (std::size_t k = 0; k < banding.bands.size(); ++k) {
        auto segment = filled(rectangle(axis.from(k), foot, axis.to(k), bottom), colours[k],
                              fmt::format("strip band-{}", k + 1));
        segment.stroke = paint::Stroke{ink, 0.25, {}};
        items.emplace_back(std::move(segment));
    }
    for (std::size_t k = 1; k < banding.bands.size(); ++k) {
        paint::Shape line;
        line.rings = {{{axis.from(k), box.min_y}, {axis.from(k), bottom + overshoot_mm}}};
        line.closed = false;
        line.stroke = paint::Stroke{{0x8C, 0x8C, 0x8C}, 0.4, {}};
        line.css = "break";
        items.emplace_back(std::move(line));
    }
    add_dots(items, piles_of(cells, banding, axis), foot - 0.3, foot - 0.3 - box.min_y);
    const double low = banding.bands.front().low;
    const double high = banding.bands.back().high;
    if (low < high) {
        items.emplace_back(
            end_label(low, banding.decimals, {box.min_x, box.max_y}, paint::Align::left, size_pt));
    }
    items.emplace_back(
        end_label(high, banding.decimals, {box.max_x, box.max_y}, paint::Align::right, size_pt));
    return items;
}

} // namespace wardmap::maps
