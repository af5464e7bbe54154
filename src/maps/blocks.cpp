// SPDX-License-Identifier: MIT
#include "maps/blocks.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"

namespace wardmap::maps {
namespace {

constexpr paint::Colour quiet{0x45, 0x45, 0x45};
constexpr double swatch_width = 8;
constexpr double swatch_gap = 2.5;

paint::Text line_of(std::string text, geo::Point at, const TextStyle& style,
                    paint::Align align = paint::Align::left) {
    paint::Text item;
    item.text = std::move(text);
    item.at = at;
    item.font = style.font;
    item.align = align;
    item.colour = style.colour;
    item.role = style.role;
    return item;
}

/// Adds paragraphs to a block whose next free line is at `block.height_mm` below `at`.
void add_paragraphs(Block& block, const std::vector<std::string>& paragraphs,
                    const TextStyle& style, geo::Point at, double width_mm,
                    const paint::TextMetrics& metrics) {
    const double pitch = line_pitch_mm(style);
    for (const auto& paragraph : paragraphs) {
        for (auto& line : metrics.wrap(paragraph, style.font, width_mm)) {
            const double baseline = at.y + block.height_mm + style.font.size_pt * paint::mm_per_pt;
            block.items.emplace_back(line_of(std::move(line), {at.x, baseline}, style));
            block.height_mm += pitch;
        }
    }
}

paint::Shape swatch(const Fill& fill, geo::Point at, double height) {
    paint::Shape shape;
    shape.rings = {{{at.x, at.y},
                    {at.x + swatch_width, at.y},
                    {at.x + swatch_width, at.y + height},
                    {at.x, at.y + height}}};
    shape.fill = fill.colour;
    shape.hatch = fill.hatch;
    shape.stroke = paint::Stroke{quiet, 0.5, {}};
    shape.css = "legend";
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
    const double text_x = at.x + swatch_width + swatch_gap;
    const double swatch_height = size * 1.15;
    block.items.emplace_back(swatch(row.fill, {at.x, baseline - size * 0.92}, swatch_height));
    block.items.emplace_back(line_of(text::number(static_cast<double>(row.wards), 0),
                                     {at.x + width_mm, baseline}, style, paint::Align::right));
    double words_x = text_x;
    if (!row.range.empty()) {
        block.items.emplace_back(
            line_of(row.range, {text_x + range_width, baseline}, style, paint::Align::right));
        words_x += range_width + swatch_gap;
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
    if (!legend.rows.empty()) {
        block.height_mm += 1.5;
        add_paragraphs(block, {legend.readings_title}, heading, at, width_mm, metrics);
    }
    const double size = style.font.size_pt * paint::mm_per_pt;
    for (const auto& row : legend.readings) {
        const double baseline = at.y + block.height_mm + size;
        const geo::Point centre{at.x + swatch_width / 2, baseline - 0.36 * size};
        if (row.fill) {
            block.items.emplace_back(
                swatch(*row.fill, {at.x, baseline - size * 0.92}, size * 1.15));
        }
        for (auto& shape : mark_shapes(row.reading, centre, 0.85 * size)) {
            block.items.emplace_back(std::move(shape));
        }
        block.items.emplace_back(line_of(text::number(static_cast<double>(row.wards), 0),
                                         {at.x + width_mm, baseline}, style, paint::Align::right));
        const double x = at.x + swatch_width + swatch_gap;
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

double count_column_mm(const std::string& wards_word, const TextStyle& style,
                       const paint::TextMetrics& metrics) {
    return metrics.measure(wards_word, style.font).width_mm + swatch_gap;
}

std::string unnamed_line(const Key& key, std::size_t numbered_shown) {
    std::vector<std::string> names(
        key.numbered.begin() + static_cast<std::ptrdiff_t>(numbered_shown), key.numbered.end());
    names.insert(names.end(), key.unnamed.begin(), key.unnamed.end());
    if (names.empty()) return {};
    std::sort(names.begin(), names.end());
    constexpr std::size_t most_names = 12;
    if (names.size() > most_names) {
        return fmt::format("Not named on the map: {} {}; every name stands in the data table.",
                           text::number(static_cast<double>(names.size()), 0), key.wards_word);
    }
    return "Not named on the map: " + text::list(names) + ".";
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
        words = std::max(words, row.range.empty() ? width - range_width : width);
    }
    for (const auto& row : legend.readings) {
        words = std::max(words, metrics.measure(row.words, style.font).width_mm - range_width -
                                    swatch_gap);
    }
    const double counts = count_column_mm(wards_word, style, metrics);
    const double rows =
        swatch_width + swatch_gap + range_width + swatch_gap + std::max(0.0, words) + counts;
    return std::clamp(std::max(rows, title + counts), 60.0, 95.0);
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
    block.items.emplace_back(line_of(wards_word,
                                     {at.x + width_mm, at.y + size_pt * paint::mm_per_pt}, note,
                                     paint::Align::right));
    add_paragraphs(block, {legend.title}, heading, at, width_mm - counts, metrics);
    if (!legend.whole_area.empty()) {
        add_paragraphs(block, {legend.whole_area}, note, at, width_mm - counts, metrics);
    }
    block.height_mm += 1;
    const double range_width = widest_range(legend, plain.font, metrics);
    for (const auto& row : legend.rows) {
        add_row(block, row, plain, at, width_mm, range_width, counts, metrics);
    }
    if (!legend.unstable_note.empty()) {
        add_paragraphs(block, {legend.unstable_note}, note, at, width_mm, metrics);
    }
    add_readings(block, legend, plain, at, width_mm, counts, metrics);
    return block;
}

KeyBlock key_block(const Key& key, double size_pt, geo::Point at, double width_mm, double height_mm,
                   const paint::TextMetrics& metrics) {
    const TextStyle style{{size_pt, paint::Weight::regular, false}, paint::black, 1.3, "P"};
    TextStyle heading = style;
    heading.font.weight = paint::Weight::semibold;
    KeyBlock result;
    auto& block = result.block;
    if (key.numbered.empty() && key.unnamed.empty()) return result;
    const double pitch = line_pitch_mm(style);
    double widest = 0;
    for (const auto& name : key.numbered) {
        widest = std::max(widest, metrics.measure(name, style.font).width_mm);
    }
    const double digits =
        metrics.measure(std::to_string(key.numbered.size()), heading.font).width_mm;
    const double column = std::min(width_mm, digits + 1.5 + widest + 4);
    const auto columns =
        static_cast<std::size_t>(std::max(1.0, std::floor((width_mm + 4) / column)));
    const double room = height_mm - pitch - (key.unnamed.empty() ? 0 : 2 * pitch);
    const auto rows = static_cast<std::size_t>(std::max(0.0, std::floor(room / pitch)));
    std::size_t shown = std::min(key.numbered.size(), rows * columns);
    result.complete = shown == key.numbered.size();
    if (!key.numbered.empty() && shown > 0) {
        add_paragraphs(block, {"Numbered on the map"}, heading, at, width_mm, metrics);
        const std::size_t per_column = (shown + columns - 1) / columns;
        for (std::size_t i = 0; i < shown; ++i) {
            const std::size_t column_index = i / per_column;
            const double x = at.x + static_cast<double>(column_index) * column;
            const double y = at.y + block.height_mm + style.font.size_pt * paint::mm_per_pt +
                             static_cast<double>(i % per_column) * pitch;
            block.items.emplace_back(
                line_of(std::to_string(i + 1), {x + digits, y}, heading, paint::Align::right));
            const auto lines = metrics.wrap(key.numbered[i], style.font, column - digits - 1.5);
            block.items.emplace_back(line_of(lines.size() == 1 ? lines[0] : lines[0] + "…",
                                             {x + digits + 1.5, y}, style));
        }
        block.height_mm += static_cast<double>(per_column) * pitch;
    }
    const auto unnamed = unnamed_line(key, shown);
    if (!unnamed.empty()) add_paragraphs(block, {unnamed}, style, at, width_mm, metrics);
    return result;
}

} // namespace wardmap::maps
