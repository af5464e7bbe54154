// SPDX-License-Identifier: MIT
// Text laid out in a block: lines, paragraphs, lists, as elements of the PDF's structure.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::layout {

/// Items laid out from an upper left corner, and the height they take.
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
    double rise = 1; // from the top of a line to its baseline, times the size
};

/// Where text is set: the upper left corner, the width of its lines, and what measures them.
struct TextColumn {
    geo::Point at;
    double width_mm = 0;
    const paint::TextMetrics& metrics; // outlives the column
};

/// Baseline to baseline, in millimetres.
[[nodiscard]] double line_pitch_mm(const TextStyle& style);

/// From the top of a line to its baseline, in millimetres.
[[nodiscard]] double line_rise_mm(const TextStyle& style);

inline constexpr paint::Colour quiet{0x45, 0x45, 0x45}; // of notes and edges

/// A length that goes with the type, given for 9 pt.
inline double at_size(double mm, const TextStyle& style) {
    return mm * style.font.size_pt / 9;
}

/// What `fill` adds to the block, as one element of the PDF's structure. PdfRole::none: of the
/// element that is open.
template <typename Fill>
void tagged(Block& block, const paint::TagBegin& begin, const Fill& fill) {
    if (begin.role != paint::PdfRole::none) block.items.emplace_back(begin);
    fill();
    if (begin.role != paint::PdfRole::none) block.items.emplace_back(paint::TagEnd{});
}

/// All of a block, as one element of the PDF's structure.
[[nodiscard]] Block within(const paint::TagBegin& begin, Block block);

/// What `fill` adds, as an item of the list that is open; with a number or a bullet before it.
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

/// One line, of the element that is open.
[[nodiscard]] paint::Text line_of(std::string text, geo::Point at, const TextStyle& style,
                                  paint::Align align = paint::Align::left);

/// The paragraph in lines. The blank at a break stays at the end of its line, so that two words
/// are not read out as one.
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
/// corner. Each is one element; its last line is not a word or two.
void add_paragraphs(Block& block, const std::vector<std::string>& paragraphs,
                    const TextStyle& style, const TextColumn& column);

} // namespace wardmap::layout
