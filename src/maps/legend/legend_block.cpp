// SPDX-License-Identifier: MIT
#include "maps/legend/legend_block.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "layout/block.h"
#include "maps/legend/context_rows.h"
#include "maps/legend/histogram.h"
#include "maps/legend/legend_table.h"
#include "maps/legend/swatch.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

constexpr double rounding_mm = 0.05; // so that a row that only just fits is not broken

/// Circles below each other, their values beside them.
void add_circles(layout::Block& block, const Legend& legend, const layout::TextStyle& style,
                 geo::Point at) {
    if (legend.circles.empty()) return;
    const double em = style.font.size_pt * paint::mm_per_pt;
    const double widest = legend.circles.front().radius_mm;
    layout::tagged(block, {paint::PdfRole::list}, [&] {
        for (const auto& row : legend.circles) {
            const double height = std::max(2 * row.radius_mm + 1, layout::line_pitch_mm(style));
            const geo::Point middle{at.x + widest, at.y + block.height_mm + height / 2};
            block.items.emplace_back(circle_shape(middle, row.radius_mm, legend.circle));
            const double x = middle.x + widest + layout::at_size(swatch_gap_mm, style);
            layout::list_item(block, [&] {
                block.items.emplace_back(
                    layout::line_of(row.value, {x, middle.y + 0.36 * em}, style));
            });
            block.height_mm += height;
        }
    });
    block.height_mm += 1.5;
}

/// An item of a small legend; if the style has no role, text in the open element.
void add_small_item(layout::Block& block, const std::string& text, const layout::TextStyle& style,
                    geo::Point at) {
    const auto add = [&] { block.items.emplace_back(layout::line_of(text, at, style)); };
    if (style.role == paint::PdfRole::none) return add();
    layout::list_item(block, add);
}

/// The largest is enough for a small legend.
void add_largest_circle(layout::Block& block, const Legend& legend, const layout::TextStyle& style,
                        geo::Point at) {
    const double em = style.font.size_pt * paint::mm_per_pt;
    const auto& row = legend.circles.front();
    block.height_mm = std::max(2 * row.radius_mm, 1.25 * em) + 0.5;
    const geo::Point middle{at.x + row.radius_mm, at.y + block.height_mm / 2};
    block.items.emplace_back(circle_shape(middle, row.radius_mm, legend.circle));
    add_small_item(block, row.value, style,
                   {middle.x + row.radius_mm + 0.5 * em, middle.y + 0.36 * em});
}

void add_swatches(layout::Block& block, const Legend& legend, const layout::TextStyle& style,
                  const layout::TextColumn& column) {
    const double em = style.font.size_pt * paint::mm_per_pt;
    const double swatch_mm = 1.6 * em;
    std::vector<std::string> texts;
    double widest = 0;
    for (const auto& row : legend.rows) {
        texts.push_back(row.range.empty() ? row.brief : row.range);
        widest = std::max(widest, column.metrics.measure(texts.back(), style.font).width_mm);
    }
    const double column_mm = swatch_mm + 0.5 * em + widest + em;
    const auto columns =
        static_cast<std::size_t>(std::max(1.0, std::floor((column.width_mm + em) / column_mm)));
    const std::size_t rows = (texts.size() + columns - 1) / columns;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const double x = column.at.x + static_cast<double>(i / rows) * column_mm;
        const double y =
            column.at.y + block.height_mm + em + static_cast<double>(i % rows) * 1.25 * em;
        block.items.emplace_back(
            swatch(legend.rows[i].fill, {x, y - 0.85 * em}, swatch_mm, 0.95 * em));
        add_small_item(block, texts[i], style, {x + swatch_mm + 0.5 * em, y});
    }
    block.height_mm += static_cast<double>(rows) * 1.25 * em;
}

} // namespace

double legend_width_mm(const Legend& legend, const std::string& wards_word, double size_pt,
                       const paint::TextMetrics& metrics) {
    const layout::TextStyle style{{size_pt, paint::Weight::regular, false}, paint::black, 1.3};
    const double range_width = range_column_mm(legend, style.font, metrics);
    double words = 0;
    double title =
        metrics.measure(legend.title, {size_pt, paint::Weight::semibold, false}).width_mm;
    for (const auto& row : legend.rows) {
        const double width = metrics.measure(row.words, style.font).width_mm;
        // The meaning of a state may take several lines.
        words = std::max(words, row.range.empty()
                                    ? std::min(width, layout::at_size(42, style)) - range_width
                                    : width);
    }
    for (const auto& row : legend.readings) {
        words = std::max(words, metrics.measure(row.words, style.font).width_mm - range_width -
                                    layout::at_size(swatch_gap_mm, style));
    }
    const double counts = count_column_mm(wards_word, style, metrics);
    const double square = legend.square ? std::max(layout::at_size(74, style),
                                                   square_width_mm(*legend.square, style, metrics))
                                        : 0;
    const double rows = layout::at_size(swatch_width_mm + 2 * swatch_gap_mm, style) + range_width +
                        std::max(0.0, words) + counts + rounding_mm;
    return std::max(square, std::clamp(std::max(rows, title + counts), layout::at_size(45, style),
                                       layout::at_size(95, style)));
}

layout::Block legend_block(const Legend& legend, const std::string& wards_word, double size_pt,
                           const layout::TextColumn& column) {
    const layout::TextStyle plain{
        {size_pt, paint::Weight::regular, false}, paint::black, 1.3, paint::PdfRole::paragraph};
    layout::TextStyle heading = plain;
    heading.font.weight = paint::Weight::semibold;
    heading.role = paint::PdfRole::heading_2;
    layout::TextStyle note = plain;
    note.colour = layout::quiet;
    const LegendColumns columns{column, range_column_mm(legend, plain.font, column.metrics),
                                count_column_mm(wards_word, plain, column.metrics)};
    const double title_mm = column.width_mm - columns.count_mm;
    layout::Block block;
    layout::add_paragraphs(block, {legend.title}, heading, {column.at, title_mm, column.metrics});
    if (!legend.whole_area.empty()) {
        layout::add_paragraphs(block, {legend.whole_area}, note,
                               {column.at, title_mm, column.metrics});
    }
    block.height_mm += 1;
    if (legend.square) add_class_square(block, *legend.square, plain, column);
    add_circles(block, legend, plain, column.at);
    add_legend_rows(block, legend, wards_word, plain, columns);
    if (legend.histogram) add_histogram(block, *legend.histogram, wards_word, plain, column);
    if (!legend.unstable_note.empty()) {
        layout::add_paragraphs(block, {legend.unstable_note}, note, column);
    }
    add_readings(block, legend, plain, columns);
    add_context_rows(block, legend.context, plain, column);
    return block;
}

layout::Block small_legend_block(const Legend& legend, const layout::TextStyle& style,
                                 const layout::TextColumn& column) {
    layout::Block block;
    layout::tagged(
        block, {style.role == paint::PdfRole::none ? paint::PdfRole::none : paint::PdfRole::list},
        [&] {
            if (!legend.circles.empty()) add_largest_circle(block, legend, style, column.at);
            add_swatches(block, legend, style, column);
        });
    return block;
}

} // namespace wardmap::maps
