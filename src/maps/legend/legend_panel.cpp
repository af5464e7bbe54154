// SPDX-License-Identifier: MIT
#include "maps/legend/legend_panel.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "maps/legend/legend_block.h"
#include "maps/symbols/scale_bar.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

constexpr double gap_mm = 5;
constexpr double scale_bar_mm = 40;
constexpr double arrow_mm = 15;     // including its distance from the bar
constexpr double least_key_mm = 35; // a narrower key would break its names

void add(std::vector<paint::Item>& items, std::vector<paint::Item> more) {
    std::move(more.begin(), more.end(), std::back_inserter(items));
}

std::string bar_alt(const style::Style& style, double length_m) {
    if (!style.scale_bar) return "North is up";
    return "Scale bar of " + distance_text(length_m) + (style.north_arrow ? "; north is up" : "");
}

} // namespace

bool is_empty(const Key& key) {
    return key.numbered.empty() && key.unnamed.empty() && key.unmarked == 0;
}

LegendPanel::LegendPanel(const Legend& legend, std::string wards_word, const style::Style& style,
                         const paint::TextMetrics& metrics)
    : m_legend(legend), m_wards_word(std::move(wards_word)), m_style(style), m_metrics(metrics) {
    m_legend_width = std::min(legend_width_mm(legend, m_wards_word, style.legend_pt, metrics),
                              style.page_width_mm - 2 * style.margin_mm);
    m_legend_height = legend_at({0, 0}).height_mm;
}

layout::Block LegendPanel::legend_at(geo::Point at) const {
    if (!m_style.legend) return {};
    return legend_block(m_legend, m_wards_word, m_style.legend_pt, {at, m_legend_width, m_metrics});
}

double LegendPanel::bar_height() const {
    if (!m_style.scale_bar && !m_style.north_arrow) return 0;
    return 7.5 + 1.3 * m_style.key_size_pt() * paint::mm_per_pt;
}

double LegendPanel::key_height(const Key& key, double width) const {
    if (is_empty(key)) return 0;
    return key_block(key, m_style.key_size_pt(), {{0, 0}, width, m_metrics},
                     std::numeric_limits<short>::max())
        .block.height_mm;
}

bool LegendPanel::bar_at_right(double width) const {
    return width - m_legend_width - gap_mm > scale_bar_mm + arrow_mm;
}

double LegendPanel::height_mm(const Key& key, KeyPlace place, double width) const {
    if (place == KeyPlace::beside) {
        const double room = width - m_legend_width - 2 * gap_mm;
        if (room < least_key_mm) return std::numeric_limits<double>::infinity();
        const double right = key_height(key, room);
        const double gap = right > 0 && bar_height() > 0 ? gap_mm : 0;
        return std::max(m_legend_height, right + gap + bar_height());
    }
    const bool at_right = bar_at_right(width);
    const double top = at_right ? std::max(m_legend_height, bar_height()) : m_legend_height;
    const double below = at_right || bar_height() == 0 ? 0 : bar_height() + gap_mm;
    const double names = key_height(key, width);
    return top + (names > 0 ? gap_mm + names : 0) + below;
}

/// The maximum box for a key.
geo::Box LegendPanel::key_box(const geo::Box& box, KeyPlace place) const {
    auto room = box;
    if (place == KeyPlace::beside) {
        room.min_x += m_legend_width + 2 * gap_mm;
    } else {
        const bool at_right = bar_at_right(box.width());
        room.min_y +=
            gap_mm + (at_right ? std::max(m_legend_height, bar_height()) : m_legend_height);
        if (at_right) return room;
    }
    if (bar_height() > 0) room.max_y -= bar_height() + gap_mm;
    return room;
}

/// The lower right corner of the scale bar: the panel's, or above a key that takes the whole width.
geo::Point LegendPanel::bar_corner(const geo::Box& box, const Key& key, KeyPlace place) const {
    const bool above_key =
        place == KeyPlace::beneath && !is_empty(key) && bar_at_right(box.width());
    return {box.max_x, above_key ? key_box(box, place).min_y - gap_mm : box.max_y};
}

std::vector<geo::Box> LegendPanel::taken(const geo::Box& box, const Key& key,
                                         KeyPlace place) const {
    std::vector<geo::Box> boxes;
    if (m_legend_height > 0) {
        boxes.push_back(
            {box.min_x, box.min_y, box.min_x + m_legend_width, box.min_y + m_legend_height});
    }
    if (bar_height() > 0) {
        const auto corner = bar_corner(box, key, place);
        boxes.push_back({std::max(box.min_x, corner.x - scale_bar_mm - arrow_mm),
                         corner.y - bar_height(), corner.x, corner.y});
    }
    if (!is_empty(key)) boxes.push_back(key_box(box, place));
    return boxes;
}

void LegendPanel::add_bar(std::vector<paint::Item>& items, geo::Point corner, double most,
                          double mm_per_m) const {
    if (bar_height() <= 0) return;
    const double size = m_style.key_size_pt();
    double left = corner.x;
    items.emplace_back(
        paint::FigureBegin{"scale-bar", bar_alt(m_style, scale_bar_length_m(mm_per_m, most))});
    if (m_style.scale_bar) {
        add(items, scale_bar(mm_per_m, corner, most, size, m_metrics));
        left -= scale_bar_length_m(mm_per_m, most) * mm_per_m + 10;
    }
    if (m_style.north_arrow) add(items, north_arrow({left - 2, corner.y}, size));
    items.emplace_back(paint::FigureEnd{});
}

LegendPanel::Laid LegendPanel::lay(const geo::Box& box, const Key& key, KeyPlace place,
                                   double mm_per_m) const {
    Laid laid;
    add(laid.items, legend_at({box.min_x, box.min_y}).items);
    const auto room = key_box(box, place);
    if (!is_empty(key) && !room.empty()) {
        auto names =
            key_block(key, m_style.key_size_pt(),
                      {{room.min_x, room.min_y}, room.width(), m_metrics}, room.height() + 0.01);
        laid.explained = names.shown;
        // If there is no space for a note on missing marks, the findings report them.
        const bool must = !key.numbered.empty() || !key.unnamed.empty();
        if (must || names.block.height_mm <= room.height() + 0.01) {
            add(laid.items, std::move(names.block.items));
        }
    }
    add_bar(laid.items, bar_corner(box, key, place), std::min(scale_bar_mm, box.width() - arrow_mm),
            mm_per_m);
    return laid;
}

} // namespace wardmap::maps
