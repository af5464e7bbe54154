// SPDX-License-Identifier: MIT
// Pieces that blocks are made of. Private to maps/.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "maps/blocks.h"
#include "maps/fills.h"

namespace wardmap::maps {

/// A length that goes with the type, given for 9 pt.
inline double at_size(double mm, const TextStyle& style) {
    return mm * style.font.size_pt / 9;
}

inline paint::Text line_of(std::string text, geo::Point at, const TextStyle& style,
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

/// Wrapped so that the last line is not a word or two: the lines above give up some of theirs.
inline std::vector<std::string> wrapped_evenly(const std::string& paragraph,
                                               const paint::Font& font, double width_mm,
                                               const paint::TextMetrics& metrics) {
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

/// Of what is less important, and of lines around swatches.
inline constexpr paint::Colour quiet{0x45, 0x45, 0x45};

/// A box in the fill of a band or a state.
inline paint::Shape swatch(const Fill& fill, geo::Point at, double width, double height) {
    paint::Shape shape;
    shape.rings = {
        {{at.x, at.y}, {at.x + width, at.y}, {at.x + width, at.y + height}, {at.x, at.y + height}}};
    shape.fill = fill.colour;
    shape.hatch = fill.hatch;
    shape.stroke = paint::Stroke{quiet, 0.5, {}};
    shape.css = css_of("legend", fill);
    return shape;
}

/// Adds paragraphs to a block whose next free line is at `block.height_mm` below `at`.
inline void add_paragraphs(Block& block, const std::vector<std::string>& paragraphs,
                           const TextStyle& style, geo::Point at, double width_mm,
                           const paint::TextMetrics& metrics) {
    const double pitch = line_pitch_mm(style);
    for (const auto& paragraph : paragraphs) {
        const bool heading = style.role.starts_with('H');
        for (auto& line : heading ? metrics.wrap(paragraph, style.font, width_mm)
                                  : wrapped_evenly(paragraph, style.font, width_mm, metrics)) {
            const double baseline = at.y + block.height_mm + style.font.size_pt * paint::mm_per_pt;
            block.items.emplace_back(line_of(std::move(line), {at.x, baseline}, style));
            block.height_mm += pitch;
        }
    }
}

} // namespace wardmap::maps
