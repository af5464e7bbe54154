// SPDX-License-Identifier: MIT
#include "layout/block.h"

#include <iterator>
#include <utility>

#include <utility>

#include "style/style.h"

namespace wardmap::layout {
namespace {

/// Lines of a paragraph, with the blanks between them that wrapping removed.
std::vector<std::string> with_blanks(std::vector<std::string> lines, const std::string& paragraph) {
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        at = paragraph.find(lines[i], at);
        if (at == std::string::npos) break;
        at += lines[i].size();
        if (at < paragraph.size() && paragraph[at] == ' ') lines[i] += ' ';
    }
    return lines;
}

/// Wrapped so that the last line is not just a word or two.
std::vector<std::string> wrapped_evenly(const std::string& paragraph, const paint::Font& font,
                                        double width_mm, const paint::TextMetrics& metrics) {
    constexpr double least_last = 0.3; // of the width
    constexpr double narrowest = 0.7;
    const auto lines = metrics.wrap(paragraph, font, width_mm);
    if (lines.size() < 2) return lines;
    for (double share = 1; share >= narrowest; share -= 0.03) {
        auto tried = metrics.wrap(paragraph, font, share * width_mm);
        if (tried.size() > lines.size()) break;
        if (metrics.measure(tried.back(), font).width_mm >= least_last * width_mm) return tried;
    }
    return lines;
}

} // namespace

paint::Text line_of(std::string text, geo::Point at, const TextStyle& style, paint::Align align) {
    paint::Text item;
    item.text = std::move(text);
    item.at = at;
    item.font = style.font;
    item.align = align;
    item.colour = style.colour;
    return item;
}

std::vector<std::string> wrapped(const std::string& paragraph, const paint::Font& font,
                                 double width_mm, const paint::TextMetrics& metrics) {
    return with_blanks(metrics.wrap(paragraph, font, width_mm), paragraph);
}

void add_lines(Block& block, const std::vector<std::string>& lines, const TextStyle& style,
               geo::Point baseline) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        block.items.emplace_back(line_of(
            lines[i], {baseline.x, baseline.y + static_cast<double>(i) * line_pitch_mm(style)},
            style));
    }
}

void stack_lines(Block& block, const std::vector<std::string>& lines, const TextStyle& style,
                 geo::Point at) {
    for (const auto& line : lines) {
        const double baseline = at.y + block.height_mm + line_rise_mm(style);
        block.items.emplace_back(line_of(line, {at.x, baseline}, style));
        block.height_mm += line_pitch_mm(style);
    }
}

void add_paragraphs(Block& block, const std::vector<std::string>& paragraphs,
                    const TextStyle& style, const TextColumn& column) {
    for (const auto& paragraph : paragraphs) {
        tagged(block, {style.role}, [&] {
            // Headings are filled line by line.
            auto lines =
                is_heading(style.role)
                    ? column.metrics.wrap(paragraph, style.font, column.width_mm)
                    : wrapped_evenly(paragraph, style.font, column.width_mm, column.metrics);
            stack_lines(block, with_blanks(std::move(lines), paragraph), style, column.at);
        });
    }
}

Block within(const paint::TagBegin& begin, Block block) {
    Block element;
    element.height_mm = block.height_mm;
    tagged(element, begin, [&] {
        std::move(block.items.begin(), block.items.end(), std::back_inserter(element.items));
    });
    return element;
}

double line_pitch_mm(const TextStyle& style) {
    return style.font.size_pt * style.line_spacing * paint::mm_per_pt;
}

double line_rise_mm(const TextStyle& style) {
    return style.font.size_pt * style.rise * paint::mm_per_pt;
}

} // namespace wardmap::layout
