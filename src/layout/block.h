// SPDX-License-Identifier: MIT
// Text laid out in a block: lines, paragraphs, lists, as elements of the PDF's structure.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::layout {

/// Items laid out from an upper left corner, and their total height.
struct Block {
    std::vector<paint::Item> items;
    double height_mm = 0;
};

/// How a run of text is set.
struct TextStyle {
    paint::Font font;
    paint::Colour colour = paint::black;
    double line_spacing = 1.3;                  // times the size
    paint::PdfRole role = paint::PdfRole::none; // of each paragraph
    double rise = 1;                            // top of line to baseline, times the size
};

/// A column for text: the upper left corner, the width, and the metrics.
struct TextColumn {
    geo::Point at;
    double width_mm = 0;
    const paint::TextMetrics& metrics; // must outlive the column
};

/// Baseline to baseline, in millimetres.
[[nodiscard]] double line_pitch_mm(const TextStyle& style);

/// From the top of a line to its baseline, in millimetres.
[[nodiscard]] double line_rise_mm(const TextStyle& style);

inline constexpr paint::Colour quiet{0x45, 0x45, 0x45}; // of notes and edges

/// A length that scales with the type, given for 9 pt.
inline double at_size(double mm, const TextStyle& style) {
    return mm * style.font.size_pt / 9;
}

/// Wraps what `fill` adds to the block in one element of the PDF's structure. PdfRole::none: in the
/// open element.
template <typename Fill>
void tagged(Block& block, const paint::TagBegin& begin, const Fill& fill) {
    if (begin.role != paint::PdfRole::none) block.items.emplace_back(begin);
    fill();
    if (begin.role != paint::PdfRole::none) block.items.emplace_back(paint::TagEnd{});
}

/// The whole block as one element of the PDF's structure.
[[nodiscard]] Block within(const paint::TagBegin& begin, Block block);

/// What `fill` adds, as an item of the open list, preceded by a number or a bullet.
template <typename Fill>
void list_item(Block& block, const Fill& fill) {
    tagged(block, {paint::PdfRole::list_item},
           [&] { tagged(block, {paint::PdfRole::list_body}, fill); });
}
template <typename Fill>
void list_item(Block& block, paint::Text label, const Fill& fill) {
    tagged(block, {paint::PdfRole::list_item}, [&] {
        tagged(block, {paint::PdfRole::label}, [&] { block.items.emplace_back(std::move(label)); });
        tagged(block, {paint::PdfRole::list_body}, fill);
    });
}

/// One line, in the open element.
[[nodiscard]] paint::Text line_of(std::string text, geo::Point at, const TextStyle& style,
                                  paint::Align align = paint::Align::left);

/// The paragraph in lines. The blank at a break stays at the end of its line, so that two words are
/// not read out as one.
[[nodiscard]] std::vector<std::string> wrapped(const std::string& paragraph,
                                               const paint::Font& font, double width_mm,
                                               const paint::TextMetrics& metrics);

/// Adds lines to a block whose next free line is at `block.height_mm` below `at`.
void stack_lines(Block& block, const std::vector<std::string>& lines, const TextStyle& style,
                 geo::Point at);

/// Adds lines one below the other, the first on its baseline.
void add_lines(Block& block, const std::vector<std::string>& lines, const TextStyle& style,
               geo::Point baseline);

/// Adds paragraphs to a block whose next free line is at `block.height_mm` below the column's
/// corner. Each is one element; its last line is not just a word or two.
void add_paragraphs(Block& block, const std::vector<std::string>& paragraphs,
                    const TextStyle& style, const TextColumn& column);

} // namespace wardmap::layout
