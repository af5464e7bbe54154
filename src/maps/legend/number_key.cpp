// SPDX-License-Identifier: MIT
#include "maps/legend/number_key.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "layout/block.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

/// A paragraph on what is missing from the map; `names` are the wards without a name, or their
/// number.
std::string left_out_words(const std::string& names, const Key& key) {
    std::string text;
    if (!names.empty()) text = "Not named on the map: " + names + ".";
    if (key.unmarked > 0) {
        text += fmt::format("{}No space for {}.", text.empty() ? "" : " ",
                            text::with_count(key.unmarked, key.mark_word, key.mark_word + "s"));
    }
    return text;
}

std::vector<std::string> counted_lines(std::size_t count, const Key& key,
                                       const layout::TextStyle& style,
                                       const layout::TextColumn& column) {
    const auto names =
        count == 0 ? std::string() : text::with_count(count, key.ward_word, key.wards_word);
    return layout::wrapped(left_out_words(names, key) + " All are in the data table.", style.font,
                           column.width_mm, column.metrics);
}

/// The wards without a name: listed if that takes no more than `most_lines`, else their number.
std::vector<std::string> unnamed_lines(const Key& key, std::size_t numbered_shown,
                                       std::size_t most_lines, const layout::TextStyle& style,
                                       const layout::TextColumn& column) {
    std::vector<std::string> names(
        key.numbered.begin() + static_cast<std::ptrdiff_t>(numbered_shown), key.numbered.end());
    names.insert(names.end(), key.unnamed.begin(), key.unnamed.end());
    if (names.empty() && key.unmarked == 0) return {};
    std::sort(names.begin(), names.end());
    constexpr std::size_t most_names = 12;
    if (!names.empty() && names.size() <= most_names) {
        auto lines = layout::wrapped(left_out_words(text::list(names), key), style.font,
                                     column.width_mm, column.metrics);
        if (lines.size() <= most_lines) return lines;
    }
    return counted_lines(names.size(), key, style, column);
}

constexpr double column_gap = 4;
constexpr double number_gap = 1.5;
constexpr double figure_gap = 2;

/// The entries of a key, wrapped for columns of one width.
struct KeyColumns {
    std::vector<std::vector<std::string>> entries; // lines of each
    std::size_t count = 1;
    double width = 0;   // of a column, including the gap to the next
    double digits = 0;  // width of the numbers
    double figures = 0; // width of the figures, including the gap before them

    /// Minimum number of lines per column for the first `n` entries.
    [[nodiscard]] std::size_t rows_for(std::size_t n) const {
        std::size_t lines = 0;
        std::size_t longest = 1;
        for (std::size_t i = 0; i < n; ++i) {
            lines += entries[i].size();
            longest = std::max(longest, entries[i].size());
        }
        auto rows = std::max(longest, (lines + count - 1) / count);
        while (!fits(n, rows)) {
            ++rows;
        }
        return rows;
    }

    [[nodiscard]] bool fits(std::size_t n, std::size_t rows) const {
        std::size_t column = 0;
        std::size_t line = 0;
        for (std::size_t i = 0; i < n; ++i) {
            if (line + entries[i].size() > rows) {
                ++column;
                line = 0;
            }
            line += entries[i].size();
            if (column >= count || line > rows) return false;
        }
        return true;
    }

    /// Number of entries, from the first, that fit in columns of this many lines.
    [[nodiscard]] std::size_t entries_in(std::size_t rows) const {
        std::size_t n = entries.size();
        while (n > 0 && !fits(n, rows)) {
            --n;
        }
        return n;
    }
};

/// Columns wide enough for nine names in ten; longer names take two lines.
KeyColumns columns_of(const Key& key, const layout::TextStyle& style,
                      const layout::TextColumn& column) {
    const auto& metrics = column.metrics;
    const double width_mm = column.width_mm;
    KeyColumns columns;
    layout::TextStyle bold = style;
    bold.font.weight = paint::Weight::semibold;
    columns.digits =
        metrics.measure(std::string(std::to_string(key.numbered.size()).size(), '8'), bold.font)
            .width_mm;
    std::vector<double> widths;
    for (const auto& name : key.numbered) {
        widths.push_back(metrics.measure(name, style.font).width_mm);
    }
    for (const auto& figure : key.figures) {
        columns.figures =
            std::max(columns.figures, figure_gap + metrics.measure(figure, style.font).width_mm);
    }
    std::sort(widths.begin(), widths.end());
    const double usual = widths.empty() ? 0 : widths[widths.size() * 9 / 10];
    const double wanted = columns.digits + number_gap + usual + columns.figures + column_gap;
    columns.count =
        static_cast<std::size_t>(std::max(1.0, std::floor((width_mm + column_gap) / wanted)));
    columns.width = (width_mm + column_gap) / static_cast<double>(columns.count);
    // Figures are close to their names.
    if (!key.figures.empty()) columns.width = std::min(columns.width, 1.25 * wanted);
    const double room = columns.width - column_gap - columns.digits - number_gap - columns.figures;
    for (const auto& name : key.numbered) {
        columns.entries.push_back(layout::wrapped(name, style.font, room, metrics));
    }
    return columns;
}

struct KeyStyles {
    layout::TextStyle name;
    layout::TextStyle number;
};

void add_entries(layout::Block& block, const Key& key, const KeyColumns& columns, std::size_t shown,
                 const KeyStyles& styles, geo::Point at) {
    const double pitch = layout::line_pitch_mm(styles.name);
    const auto rows = columns.rows_for(shown);
    const double top =
        at.y + block.height_mm + styles.name.font.size_pt * paint::mm_per_pt; // first baseline
    std::size_t column = 0;
    std::size_t line = 0;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& entry = columns.entries[i];
        if (line + entry.size() > rows) {
            ++column;
            line = 0;
        }
        const double x = at.x + static_cast<double>(column) * columns.width;
        const double y = top + static_cast<double>(line) * pitch;
        layout::tagged(block, {paint::PdfRole::list_item}, [&] {
            layout::tagged(block, {paint::PdfRole::label}, [&] {
                block.items.emplace_back(layout::line_of(std::to_string(i + 1),
                                                         {x + columns.digits, y}, styles.number,
                                                         paint::Align::right));
            });
            layout::tagged(block, {paint::PdfRole::list_body}, [&] {
                auto lines = entry;
                if (i < key.figures.size())
                    lines.back() += ' '; // so that they are read out as two words
                layout::add_lines(block, lines, styles.name, {x + columns.digits + number_gap, y});
                if (i >= key.figures.size()) return;
                block.items.emplace_back(layout::line_of(key.figures[i],
                                                         {x + columns.width - column_gap, y},
                                                         styles.name, paint::Align::right));
            });
        });
        line += entry.size();
    }
    block.height_mm += static_cast<double>(rows) * pitch;
}

} // namespace

KeyBlock key_block(const Key& key, double size_pt, const layout::TextColumn& column,
                   double height_mm) {
    KeyBlock result;
    if (key.numbered.empty() && key.unnamed.empty() && key.unmarked == 0) return result;
    const layout::TextStyle style{
        {size_pt, paint::Weight::regular, false}, paint::black, 1.3, paint::PdfRole::paragraph};
    layout::TextStyle heading = style;
    heading.font.weight = paint::Weight::semibold;
    heading.role = paint::PdfRole::heading_2;
    const double pitch = layout::line_pitch_mm(style);
    const auto columns = columns_of(key, style, column);
    const auto all = key.numbered.size() + key.unnamed.size();
    const auto reported = counted_lines(all, key, style, column).size();
    const double room =
        height_mm - pitch -
        (key.unnamed.empty() && key.unmarked == 0 ? 0 : static_cast<double>(reported) * pitch);
    const auto rows = static_cast<std::size_t>(std::max(0.0, std::floor(room / pitch)));
    result.shown = columns.entries_in(rows);
    auto& block = result.block;
    if (result.shown > 0) {
        layout::add_paragraphs(block, {"Numbered on the map"}, heading, column);
        layout::tagged(block, {paint::PdfRole::list}, [&] {
            add_entries(block, key, columns, result.shown, {style, heading}, column.at);
        });
    }
    const double left = std::max(0.0, height_mm - block.height_mm);
    const auto most = static_cast<std::size_t>(left / pitch + 1e-6);
    const auto lines = unnamed_lines(key, result.shown, most, style, column);
    if (lines.empty()) return result;
    layout::tagged(block, {style.role}, [&] {
        layout::add_lines(
            block, lines, style,
            {column.at.x, column.at.y + block.height_mm + size_pt * paint::mm_per_pt});
    });
    block.height_mm += static_cast<double>(lines.size()) * pitch;
    return result;
}

} // namespace wardmap::maps
