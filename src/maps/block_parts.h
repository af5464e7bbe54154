// SPDX-License-Identifier: MIT
// Pieces that blocks are made of. Private to maps/.
#pragma once

#include <string>
#include <vector>

#include "maps/blocks.h"

namespace wardmap::maps {

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

/// What `fill` adds, as an item of the list that is open.
template <typename Fill>
void list_item(Block& block, const Fill& fill) {
    tagged(block, {paint::PdfRole::list_item},
           [&] { tagged(block, {paint::PdfRole::list_body}, fill); });
}

/// One line, of the element that is open.
[[nodiscard]] paint::Text line_of(std::string text, geo::Point at, const TextStyle& style,
                                  paint::Align align = paint::Align::left);

/// The paragraph in lines. The blank at a break stays at the end of its line, so that two words
/// are not read out as one.
[[nodiscard]] std::vector<std::string> wrapped(const std::string& paragraph,
                                               const paint::Font& font, double width_mm,
                                               const paint::TextMetrics& metrics);

/// Adds lines one below the other, the first on its baseline.
void add_lines(Block& block, const std::vector<std::string>& lines, const TextStyle& style,
               geo::Point baseline);

/// Adds paragraphs to a block whose next free line is at `block.height_mm` below `at`. Each is one
/// element; its last line is not a word or two.
void add_paragraphs(Block& block, const std::vector<std::string>& paragraphs,
                    const TextStyle& style, geo::Point at, double width_mm,
                    const paint::TextMetrics& metrics);

/// A box in a ward's colour and pattern: decoration, told by the text beside it.
[[nodiscard]] paint::Shape swatch(const Fill& fill, geo::Point at, double width, double height);

} // namespace wardmap::maps
