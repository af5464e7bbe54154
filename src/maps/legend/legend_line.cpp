// SPDX-License-Identifier: MIT
#include "maps/legend/legend_line.h"

// The legend on few lines.
#include <algorithm>
#include <optional>

#include "layout/block.h"
#include "maps/legend/swatch.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

/// A swatch or a circle, and its meaning.
struct Entry {
    std::optional<Fill> fill;
    double radius_mm = 0;
    std::string text;
};

/// The full text of a state if it fits on a line, else one word.
std::string words_of(const LegendRow& row, double room, const layout::TextStyle& style,
                     const paint::TextMetrics& metrics) {
    if (!row.range.empty()) return row.words.empty() ? row.range : row.range + "  " + row.words;
    const bool fits = metrics.measure(row.words, style.font).width_mm <= room;
    return fits || row.brief.empty() ? row.words : row.brief;
}

} // namespace

layout::Block legend_line_block(const Legend& legend, const layout::TextStyle& style,
                                const layout::TextColumn& column) {
    const double em = style.font.size_pt * paint::mm_per_pt;
    const double swatch_mm = 2.4 * em;
    const double gap = 0.5 * em;
    std::vector<Entry> entries;
    double widest_circle = 0;
    for (const auto& row : legend.circles) {
        entries.push_back({std::nullopt, row.radius_mm, row.value});
        widest_circle = std::max(widest_circle, 2 * row.radius_mm);
    }
    for (const auto& row : legend.rows) {
        entries.push_back(
            {row.fill, 0, words_of(row, column.width_mm - swatch_mm - gap, style, column.metrics)});
    }
    auto heading = style;
    heading.font.weight = paint::Weight::semibold;
    layout::Block block;
    layout::add_paragraphs(block, {legend.title}, heading, column);
    const double pitch = std::max(1.5 * em, widest_circle + 0.5);
    double x = column.at.x;
    for (const auto& entry : entries) {
        const double mark = entry.fill ? swatch_mm : 2 * entry.radius_mm;
        const double width = mark + gap + column.metrics.measure(entry.text, style.font).width_mm;
        if (x > column.at.x && x + width > column.at.x + column.width_mm) {
            x = column.at.x;
            block.height_mm += pitch;
        }
        const double middle = column.at.y + block.height_mm + pitch / 2;
        if (entry.fill) {
            block.items.emplace_back(
                swatch(*entry.fill, {x, middle - 0.55 * em}, swatch_mm, 1.1 * em));
        } else {
            block.items.emplace_back(
                circle_shape({x + mark / 2, middle}, entry.radius_mm, legend.circle));
        }
        block.items.emplace_back(
            layout::line_of(entry.text, {x + mark + gap, middle + 0.36 * em}, style));
        x += width + 1.5 * em;
    }
    if (!entries.empty()) block.height_mm += pitch;
    return block;
}

} // namespace wardmap::maps
