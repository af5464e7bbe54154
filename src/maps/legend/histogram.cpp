// SPDX-License-Identifier: MIT
#include "maps/legend/histogram.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "bands/banding.h"
#include "base/text.h"
#include "geo/clip.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

constexpr paint::Colour ink{0x33, 0x33, 0x33};
constexpr double column_mm = 1.5; // approximate width of columns
constexpr double gap_mm = 0.15;

struct Column {
    double left = 0; // mm on the axis
    double right = 0;
    std::size_t band = 0;
    std::size_t wards = 0;

    /// Wards for each millimetre.
    [[nodiscard]] double density() const { return static_cast<double>(wards) / (right - left); }
};

/// Positions of figures between the ends of a box.
class Axis {
public:
    Axis(const bands::Banding& banding, const geo::Box& box)
        : m_low(banding.bands.front().low), m_high(banding.bands.back().high), m_box(box) {}

    [[nodiscard]] double at(double value) const {
        if (!(m_low < m_high)) return m_box.centre().x;
        return m_box.min_x +
               std::clamp((value - m_low) / (m_high - m_low), 0.0, 1.0) * m_box.width();
    }

private:
    double m_low;
    double m_high;
    geo::Box m_box;
};

std::vector<Column> columns_of(const LegendHistogram& histogram, const Axis& axis,
                               const geo::Box& box) {
    const auto& banding = histogram.banding;
    std::vector<Column> columns;
    for (std::size_t band = 0; band < banding.bands.size(); ++band) {
        const double from = band == 0 ? box.min_x : axis.at(banding.cuts[band - 1].at);
        const double to =
            band + 1 == banding.bands.size() ? box.max_x : axis.at(banding.cuts[band].at);
        const auto n = std::max(1.0, std::round((to - from) / column_mm));
        const auto first = columns.size();
        for (double k = 0; k < n; ++k) {
            columns.push_back(
                {from + (to - from) * k / n, from + (to - from) * (k + 1) / n, band, 0});
        }
        for (std::size_t i = 0; i < histogram.values.size(); ++i) {
            const auto& value = histogram.values[i];
            if (!value.is_known() || banding.band_of[i] != band) continue;
            const double place = (axis.at(value.value()) - from) / std::max(1e-9, to - from);
            const auto k = std::clamp(std::floor(place * n), 0.0, n - 1);
            ++columns[first + static_cast<std::size_t>(k)].wards;
        }
    }
    return columns;
}

paint::Shape line(geo::Point from, geo::Point to, double width_pt, std::vector<double> dash,
                  std::string css) {
    paint::Shape shape;
    shape.rings = {{from, to}};
    shape.closed = false;
    shape.stroke = paint::Stroke{ink, width_pt, std::move(dash)};
    shape.css = std::move(css);
    return shape;
}

void add_columns(std::vector<paint::Item>& items, const std::vector<Column>& columns,
                 const LegendHistogram& histogram, double top, double foot) {
    double most = 0;
    for (const auto& column : columns) {
        most = std::max(most, column.density());
    }
    for (const auto& column : columns) {
        if (column.wards == 0) continue;
        constexpr double least_mm = 0.25; // a single ward is visible
        const double height = std::max(least_mm, (foot - top) * column.density() / most);
        const double inset = std::min(gap_mm / 2, (column.right - column.left) / 4);
        paint::Shape shape;
        shape.rings = {
            geo::ring_of({column.left + inset, foot - height, column.right - inset, foot})};
        shape.fill = histogram.colours[column.band];
        shape.stroke = paint::Stroke{ink, 0.2, {}};
        shape.css = fmt::format("histogram band-{}", column.band + 1);
        items.emplace_back(std::move(shape));
    }
}

/// The figures below the axis, as far as they fit: both ends first, then the breaks from the top.
class AxisFigures {
public:
    AxisFigures(const LegendHistogram& histogram, const geo::Box& box, double size_pt,
                const paint::TextMetrics& metrics)
        : m_decimals(histogram.banding.decimals), m_box(box), m_metrics(metrics) {
        m_font.size_pt = size_pt;
    }

    void add(std::vector<paint::Item>& items, double value, double x) {
        paint::Text text;
        text.text = text::number(value, m_decimals);
        text.font = m_font;
        text.colour = ink;
        const double width = m_metrics.measure(text.text, m_font).width_mm;
        const double left = std::clamp(x - width / 2, m_box.min_x, m_box.max_x - width);
        constexpr double between_mm = 1;
        const geo::Box room{left - between_mm, m_box.min_y, left + width + between_mm, m_box.max_y};
        for (const auto& taken : m_taken) {
            if (taken.overlaps(room)) return;
        }
        m_taken.push_back({left, m_box.min_y, left + width, m_box.max_y});
        text.at = {left, m_box.max_y};
        items.emplace_back(std::move(text));
    }

private:
    int m_decimals;
    geo::Box m_box;
    paint::Font m_font;
    const paint::TextMetrics& m_metrics;
    std::vector<geo::Box> m_taken;
};

void add_area(std::vector<paint::Item>& items, const LegendHistogram& histogram, const Axis& axis,
              const geo::Box& box, double foot, double size_pt, const paint::TextMetrics& metrics) {
    if (!histogram.area) return;
    const double x = axis.at(*histogram.area);
    const double top = box.min_y;
    items.emplace_back(line({x, top}, {x, foot}, 0.7, {1.6, 1.2}, "area"));
    paint::Text text;
    text.text = histogram.area_words;
    text.font.size_pt = size_pt;
    text.colour = ink;
    const double width = metrics.measure(text.text, text.font).width_mm;
    const double rise = 0.75 * size_pt * paint::mm_per_pt;
    const bool right = x + 1 + width <= box.max_x;
    text.align = right ? paint::Align::left : paint::Align::right;
    text.at = {right ? x + 0.8 : x - 0.8, top + rise};
    text.halo = paint::white;
    text.halo_pt = 1;
    items.emplace_back(std::move(text));
}

} // namespace

std::vector<paint::Item> histogram_items(const LegendHistogram& histogram, const geo::Box& box,
                                         double size_pt, const paint::TextMetrics& metrics) {
    const double text_mm = size_pt * paint::mm_per_pt;
    const double foot = box.max_y - 1.35 * text_mm;
    const Axis axis(histogram.banding, box);
    std::vector<paint::Item> items;
    add_columns(items, columns_of(histogram, axis, box), histogram,
                box.min_y + (histogram.area ? 0.4 * text_mm : 0), foot);
    items.emplace_back(line({box.min_x, foot}, {box.max_x, foot}, 0.5, {}, "axis"));
    AxisFigures figures(histogram, {box.min_x, foot, box.max_x, box.max_y - 0.1 * text_mm}, size_pt,
                        metrics);
    const auto& bands = histogram.banding.bands;
    figures.add(items, bands.back().high, box.max_x);
    if (bands.front().low < bands.back().high) figures.add(items, bands.front().low, box.min_x);
    for (auto cut = histogram.banding.cuts.rbegin(); cut != histogram.banding.cuts.rend(); ++cut) {
        const double x = axis.at(cut->at);
        items.emplace_back(line({x, foot}, {x, foot + 0.7}, 0.5, {}, "break"));
        figures.add(items, cut->at, x);
    }
    add_area(items, histogram, axis, box, foot, size_pt, metrics);
    return items;
}

void add_histogram(layout::Block& block, const LegendHistogram& histogram,
                   const std::string& wards_word, const layout::TextStyle& style,
                   const layout::TextColumn& column) {
    layout::TextStyle small = style;
    small.font.size_pt = std::max(6.0, 0.8 * style.font.size_pt);
    small.colour = layout::quiet;
    const double height = layout::at_size(15, style);
    block.height_mm += layout::at_size(2, style);
    const double top = column.at.y + block.height_mm;
    auto items =
        histogram_items(histogram, {column.at.x, top, column.at.x + column.width_mm, top + height},
                        small.font.size_pt, column.metrics);
    layout::tagged(block, {style.role},
                   [&] { std::move(items.begin(), items.end(), std::back_inserter(block.items)); });
    block.height_mm += height + layout::at_size(0.3, style);
    layout::add_paragraphs(block, {fmt::format("Height: number of {}", wards_word)}, small, column);
}

} // namespace wardmap::maps
