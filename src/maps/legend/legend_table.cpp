// SPDX-License-Identifier: MIT
#include "maps/legend/legend_table.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "layout/block.h"
#include "maps/legend/legend.h"
#include "maps/legend/swatch.h"
#include "maps/symbols/readings.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

layout::TextStyle heading_of(layout::TextStyle style, paint::PdfRole role) {
    style.font.weight = paint::Weight::semibold;
    style.role = role;
    return style;
}

/// The text of a row.
struct RowText {
    std::string range; // both may be empty
    std::string words;
    std::size_t wards = 0;
};

/// Range and words as the header of the row, then its number. `left` is the start of the text.
/// Returns the number of lines.
std::size_t add_texts(layout::Block& block, const RowText& row, const layout::TextStyle& style,
                      geo::Point left, const LegendColumns& columns) {
    const double right = columns.whole.at.x + columns.whole.width_mm;
    std::size_t lines = 1;
    // Two texts of one cell are paragraphs, so that they are not read out as one word.
    const auto part = row.range.empty() || row.words.empty() ? paint::PdfRole::none : style.role;
    layout::tagged(block, {paint::PdfRole::header_cell, 0, paint::HeaderScope::row}, [&] {
        double words_x = left.x;
        if (!row.range.empty()) {
            layout::tagged(block, {part}, [&] {
                block.items.emplace_back(layout::line_of(
                    row.range, {left.x + columns.range_mm, left.y}, style, paint::Align::right));
            });
            words_x += columns.range_mm + layout::at_size(swatch_gap_mm, style);
        }
        if (row.words.empty()) return;
        const auto words = layout::wrapped(
            row.words, style.font, right - columns.count_mm - words_x, columns.whole.metrics);
        lines = words.size();
        layout::tagged(block, {part}, [&] {
            layout::add_lines(block, words, style, {words_x, left.y});
        });
    });
    if (columns.count_mm == 0) return lines;
    layout::tagged(block, {paint::PdfRole::data_cell}, [&] {
        block.items.emplace_back(layout::line_of(text::number(static_cast<double>(row.wards), 0),
                                                 {right, left.y}, style, paint::Align::right));
    });
    return lines;
}

double text_left(const LegendColumns& columns, const layout::TextStyle& style) {
    return columns.whole.at.x + layout::at_size(swatch_width_mm + swatch_gap_mm, style);
}

double size_mm(const layout::TextStyle& style) {
    return style.font.size_pt * paint::mm_per_pt;
}

void add_swatch(layout::Block& block, const Fill& fill, double baseline,
                const layout::TextStyle& style, const LegendColumns& columns) {
    const double size = size_mm(style);
    block.items.emplace_back(swatch(fill, {columns.whole.at.x, baseline - size * 0.92},
                                    layout::at_size(swatch_width_mm, style), size * 1.15));
}

void add_headers(layout::Block& block, const Legend& legend, const std::string& wards_word,
                 const layout::TextStyle& style, const LegendColumns& columns) {
    layout::TextStyle note = style;
    note.colour = layout::quiet;
    const double top = columns.whole.at.y + (legend.square ? block.height_mm : 0);
    // Row headers explain themselves: the corner cell above them is empty.
    layout::tagged(block,
                   {legend.square ? paint::PdfRole::header_cell : paint::PdfRole::data_cell, 0,
                    legend.square ? paint::HeaderScope::column : paint::HeaderScope::none},
                   [&] {
                       if (!legend.square) return;
                       layout::add_paragraphs(block, {"Withheld or without a figure"},
                                              heading_of(style, paint::PdfRole::none),
                                              {columns.whole.at,
                                               columns.whole.width_mm - columns.count_mm,
                                               columns.whole.metrics});
                   });
    layout::tagged(block, {paint::PdfRole::header_cell, 0, paint::HeaderScope::column}, [&] {
        block.items.emplace_back(layout::line_of(
            wards_word, {columns.whole.at.x + columns.whole.width_mm, top + size_mm(style)}, note,
            paint::Align::right));
    });
}

void add_reading(layout::Block& block, const ReadingRow& row, const layout::TextStyle& style,
                 const LegendColumns& columns) {
    const double size = size_mm(style);
    const double baseline = columns.whole.at.y + block.height_mm + size;
    if (row.fill) add_swatch(block, *row.fill, baseline, style, columns);
    const geo::Point centre{columns.whole.at.x + layout::at_size(swatch_width_mm, style) / 2,
                            baseline - 0.36 * size};
    if (row.marked) {
        for (auto& shape : mark_shapes(row.reading.level, centre, 0.85 * size)) {
            block.items.emplace_back(std::move(shape));
        }
    }
    const auto lines = add_texts(block, {"", row.words, row.wards}, style,
                                 {text_left(columns, style), baseline}, columns);
    block.height_mm += layout::line_pitch_mm(style) * (0.12 + static_cast<double>(lines));
}

} // namespace

double range_column_mm(const Legend& legend, const paint::Font& font,
                       const paint::TextMetrics& metrics) {
    double width = 0;
    for (const auto& row : legend.rows) {
        width = std::max(width, metrics.measure(row.range, font).width_mm);
    }
    return width;
}

double count_column_mm(const std::string& wards_word, const layout::TextStyle& style,
                       const paint::TextMetrics& metrics) {
    if (wards_word.empty()) return 0;
    return metrics.measure(wards_word, style.font).width_mm + layout::at_size(swatch_gap_mm, style);
}

void add_legend_rows(layout::Block& block, const Legend& legend, const std::string& wards_word,
                     const layout::TextStyle& style, const LegendColumns& columns) {
    if (legend.rows.empty()) return;
    const double pitch = layout::line_pitch_mm(style);
    layout::tagged(block, {paint::PdfRole::table}, [&] {
        if (columns.count_mm > 0) {
            layout::tagged(block, {paint::PdfRole::table_row},
                           [&] { add_headers(block, legend, wards_word, style, columns); });
        }
        for (const auto& row : legend.rows) {
            const double baseline = columns.whole.at.y + block.height_mm + size_mm(style);
            layout::tagged(block, {paint::PdfRole::table_row}, [&] {
                add_swatch(block, row.fill, baseline, style, columns);
                const auto lines = add_texts(block, {row.range, row.words, row.wards}, style,
                                             {text_left(columns, style), baseline}, columns);
                block.height_mm += pitch * 1.15 + static_cast<double>(lines - 1) * pitch;
            });
        }
    });
}

void add_readings(layout::Block& block, const Legend& legend, const layout::TextStyle& style,
                  const LegendColumns& columns) {
    if (legend.readings.empty()) return;
    if (!legend.readings_title.empty()) {
        block.height_mm += 1.5;
        layout::add_paragraphs(block, {legend.readings_title},
                               heading_of(style, paint::PdfRole::heading_2), columns.whole);
    }
    layout::tagged(block, {paint::PdfRole::table}, [&] {
        for (const auto& row : legend.readings) {
            layout::tagged(block, {paint::PdfRole::table_row},
                           [&] { add_reading(block, row, style, columns); });
        }
    });
    if (legend.readings_note.empty()) return;
    layout::TextStyle note = style;
    note.colour = layout::quiet;
    layout::add_paragraphs(block, {legend.readings_note}, note, columns.whole);
}

} // namespace wardmap::maps
