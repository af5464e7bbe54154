// SPDX-License-Identifier: MIT
#include "maps/blocks.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "maps/block_parts.h"
#include "maps/context.h"
#include "maps/strip.h"

namespace wardmap::maps {
namespace {

constexpr paint::Colour quiet{0x45, 0x45, 0x45};
constexpr double swatch_width = 8; // at 9 pt
constexpr double swatch_gap = 2.5;
constexpr double rounding_mm = 0.05; // so that a row that just fits is not broken

paint::Shape swatch(const Fill& fill, geo::Point at, double width, double height) {
    paint::Shape shape;
    shape.rings = {
        {{at.x, at.y}, {at.x + width, at.y}, {at.x + width, at.y + height}, {at.x, at.y + height}}};
    shape.fill = fill.colour;
    shape.hatch = fill.hatch;
    shape.stroke = paint::Stroke{quiet, 0.5, {}};
    shape.css = css_of("legend", fill);
    return shape;
}

double widest_range(const Legend& legend, const paint::Font& font,
                    const paint::TextMetrics& metrics) {
    double width = 0;
    for (const auto& row : legend.rows) {
        width = std::max(width, metrics.measure(row.range, font).width_mm);
    }
    return width;
}

/// One row: swatch, range to the right of its column, words, number of wards at the far right.
void add_row(Block& block, const LegendRow& row, const TextStyle& style, geo::Point at,
             double width_mm, double range_width, double count_width,
             const paint::TextMetrics& metrics) {
    const double pitch = line_pitch_mm(style) * 1.15;
    const double top = at.y + block.height_mm;
    const double size = style.font.size_pt * paint::mm_per_pt;
    const double baseline = top + size;
    const double text_x = at.x + at_size(swatch_width + swatch_gap, style);
    const double swatch_height = size * 1.15;
    block.items.emplace_back(swatch(row.fill, {at.x, baseline - size * 0.92},
                                    at_size(swatch_width, style), swatch_height));
    block.items.emplace_back(line_of(text::number(static_cast<double>(row.wards), 0),
                                     {at.x + width_mm, baseline}, style, paint::Align::right));
    double words_x = text_x;
    if (!row.range.empty()) {
        block.items.emplace_back(
            line_of(row.range, {text_x + range_width, baseline}, style, paint::Align::right));
        words_x += range_width + at_size(swatch_gap, style);
    }
    std::size_t lines = 1;
    if (!row.words.empty()) {
        const double room = at.x + width_mm - count_width - words_x;
        const auto wrapped = metrics.wrap(row.words, style.font, room);
        lines = wrapped.size();
        for (std::size_t i = 0; i < lines; ++i) {
            block.items.emplace_back(line_of(
                wrapped[i], {words_x, baseline + static_cast<double>(i) * line_pitch_mm(style)},
                style));
        }
    }
    block.height_mm += pitch + static_cast<double>(lines - 1) * line_pitch_mm(style);
}

/// The hotspot readings: a heading, a row for each, what the outlines mean.
void add_readings(Block& block, const Legend& legend, const TextStyle& style, geo::Point at,
                  double width_mm, double count_width, const paint::TextMetrics& metrics) {
    if (legend.readings.empty()) return;
    TextStyle heading = style;
    heading.font.weight = paint::Weight::semibold;
    if (!legend.readings_title.empty()) {
        block.height_mm += 1.5;
        add_paragraphs(block, {legend.readings_title}, heading, at, width_mm, metrics);
    }
    const double size = style.font.size_pt * paint::mm_per_pt;
    const double width = at_size(swatch_width, style);
    for (const auto& row : legend.readings) {
        const double baseline = at.y + block.height_mm + size;
        const geo::Point centre{at.x + width / 2, baseline - 0.36 * size};
        if (row.fill) {
            block.items.emplace_back(
                swatch(*row.fill, {at.x, baseline - size * 0.92}, width, size * 1.15));
        }
        for (auto& shape : mark_shapes(row.reading, centre, 0.85 * size)) {
            block.items.emplace_back(std::move(shape));
        }
        block.items.emplace_back(line_of(text::number(static_cast<double>(row.wards), 0),
                                         {at.x + width_mm, baseline}, style, paint::Align::right));
        const double x = at.x + width + at_size(swatch_gap, style);
        const auto lines = metrics.wrap(row.words, style.font, at.x + width_mm - count_width - x);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            block.items.emplace_back(line_of(
                lines[i], {x, baseline + static_cast<double>(i) * line_pitch_mm(style)}, style));
        }
        block.height_mm += line_pitch_mm(style) * (0.12 + static_cast<double>(lines.size()));
    }
    if (legend.readings_note.empty()) return;
    TextStyle note = style;
    note.colour = quiet;
    add_paragraphs(block, {legend.readings_note}, note, at, width_mm, metrics);
}

/// Circles below each other, their values beside them.
void add_circles(Block& block, const Legend& legend, const TextStyle& style, geo::Point at) {
    const double em = style.font.size_pt * paint::mm_per_pt;
    const double widest = legend.circles.empty() ? 0 : legend.circles.front().radius_mm;
    for (const auto& row : legend.circles) {
        const double height = std::max(2 * row.radius_mm + 1, line_pitch_mm(style));
        const geo::Point middle{at.x + widest, at.y + block.height_mm + height / 2};
        block.items.emplace_back(circle_shape(middle, row.radius_mm, legend.circle));
        block.items.emplace_back(
            line_of(row.value,
                    {middle.x + widest + at_size(swatch_gap, style), middle.y + 0.36 * em}, style));
        block.height_mm += height;
    }
    if (!legend.circles.empty()) block.height_mm += 1.5;
}

double count_column_mm(const std::string& wards_word, const TextStyle& style,
                       const paint::TextMetrics& metrics) {
    return metrics.measure(wards_word, style.font).width_mm + at_size(swatch_gap, style);
}

} // namespace

double line_pitch_mm(const TextStyle& style) {
    return style.font.size_pt * style.line_spacing * paint::mm_per_pt;
}

Block text_block(const std::vector<std::string>& paragraphs, const TextStyle& style, geo::Point at,
                 double width_mm, const paint::TextMetrics& metrics) {
    Block block;
    add_paragraphs(block, paragraphs, style, at, width_mm, metrics);
    return block;
}

double legend_width_mm(const Legend& legend, const std::string& wards_word, double size_pt,
                       const paint::TextMetrics& metrics) {
    const TextStyle style{{size_pt, paint::Weight::regular, false}, paint::black, 1.3, ""};
    const double range_width = widest_range(legend, style.font, metrics);
    double words = 0;
    double title =
        metrics.measure(legend.title, {size_pt, paint::Weight::semibold, false}).width_mm;
    for (const auto& row : legend.rows) {
        const double width = metrics.measure(row.words, style.font).width_mm;
        // What a state means may take several lines.
        words = std::max(
            words, row.range.empty() ? std::min(width, at_size(42, style)) - range_width : width);
    }
    for (const auto& row : legend.readings) {
        words = std::max(words, metrics.measure(row.words, style.font).width_mm - range_width -
                                    at_size(swatch_gap, style));
    }
    const double counts = count_column_mm(wards_word, style, metrics);
    const double square = legend.square ? std::max(at_size(74, style),
                                                   square_width_mm(*legend.square, style, metrics))
                                        : 0;
    const double rows = at_size(swatch_width + 2 * swatch_gap, style) + range_width +
                        std::max(0.0, words) + counts + rounding_mm;
    return std::max(
        square, std::clamp(std::max(rows, title + counts), at_size(45, style), at_size(95, style)));
}

Block legend_block(const Legend& legend, const std::string& wards_word, double size_pt,
                   geo::Point at, double width_mm, const paint::TextMetrics& metrics) {
    const TextStyle plain{{size_pt, paint::Weight::regular, false}, paint::black, 1.3, "P"};
    TextStyle heading = plain;
    heading.font.weight = paint::Weight::semibold;
    TextStyle note = plain;
    note.colour = quiet;
    const double counts = count_column_mm(wards_word, plain, metrics);
    Block block;
    if (!legend.rows.empty() && !legend.square) {
        block.items.emplace_back(line_of(wards_word,
                                         {at.x + width_mm, at.y + size_pt * paint::mm_per_pt}, note,
                                         paint::Align::right));
    }
    add_paragraphs(block, {legend.title}, heading, at, width_mm - counts, metrics);
    if (!legend.whole_area.empty()) {
        add_paragraphs(block, {legend.whole_area}, note, at, width_mm - counts, metrics);
    }
    block.height_mm += 1;
    if (legend.square) add_class_square(block, *legend.square, plain, at, width_mm, metrics);
    add_circles(block, legend, plain, at);
    const double range_width = widest_range(legend, plain.font, metrics);
    if (legend.square && !legend.rows.empty()) {
        const double baseline = at.y + block.height_mm + size_pt * paint::mm_per_pt;
        block.items.emplace_back(
            line_of(wards_word, {at.x + width_mm, baseline}, note, paint::Align::right));
        add_paragraphs(block, {"Withheld or without a figure"}, heading, at, width_mm - counts,
                       metrics);
    }
    for (const auto& row : legend.rows) {
        add_row(block, row, plain, at, width_mm, range_width, counts, metrics);
    }
    if (legend.strip) add_strip(block, *legend.strip, wards_word, plain, at, width_mm, metrics);
    if (!legend.unstable_note.empty()) {
        add_paragraphs(block, {legend.unstable_note}, note, at, width_mm, metrics);
    }
    add_readings(block, legend, plain, at, width_mm, counts, metrics);
    add_context_rows(block, legend.context, plain, at, width_mm, metrics);
    return block;
}

Block small_legend_block(const Legend& legend, const TextStyle& style, geo::Point at,
                         double width_mm, const paint::TextMetrics& metrics) {
    const double em = style.font.size_pt * paint::mm_per_pt;
    const double swatch_mm = 1.6 * em;
    std::vector<std::string> texts;
    double widest = 0;
    Block block;
    if (!legend.circles.empty()) { // the largest is enough at this size
        const auto& row = legend.circles.front();
        block.height_mm = std::max(2 * row.radius_mm, 1.25 * em) + 0.5;
        const geo::Point middle{at.x + row.radius_mm, at.y + block.height_mm / 2};
        block.items.emplace_back(circle_shape(middle, row.radius_mm, legend.circle));
        block.items.emplace_back(
            line_of(row.value, {middle.x + row.radius_mm + 0.5 * em, middle.y + 0.36 * em}, style));
    }
    for (const auto& row : legend.rows) {
        texts.push_back(row.range.empty() ? row.brief : row.range);
        widest = std::max(widest, metrics.measure(texts.back(), style.font).width_mm);
    }
    const double column = swatch_mm + 0.5 * em + widest + em;
    const auto columns =
        static_cast<std::size_t>(std::max(1.0, std::floor((width_mm + em) / column)));
    const std::size_t rows = (texts.size() + columns - 1) / columns;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const double x = at.x + static_cast<double>(i / rows) * column;
        const double y = at.y + block.height_mm + em + static_cast<double>(i % rows) * 1.25 * em;
        block.items.emplace_back(
            swatch(legend.rows[i].fill, {x, y - 0.85 * em}, swatch_mm, 0.95 * em));
        block.items.emplace_back(line_of(texts[i], {x + swatch_mm + 0.5 * em, y}, style));
    }
    block.height_mm += static_cast<double>(rows) * 1.25 * em;
    return block;
}

} // namespace wardmap::maps
