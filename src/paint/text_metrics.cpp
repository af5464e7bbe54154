// SPDX-License-Identifier: MIT
#include "paint/text_metrics.h"

#include <glib.h>

#include "base/interrupt.h"
#include "paint/fonts.h"

namespace wardmap::paint {
namespace {

/// Pieces that may start a line: words with the blank before them, and parts after hyphens.
std::vector<std::string> pieces_of(const std::string& text) {
    std::vector<std::string> pieces(1);
    for (const char c : text) {
        if (c == ' ' && !pieces.back().empty()) pieces.emplace_back();
        pieces.back() += c;
        if (c == '-' && pieces.back().size() > 2) pieces.emplace_back();
    }
    if (pieces.back().empty()) pieces.pop_back();
    return pieces;
}

std::string without_front_blank(std::string s) {
    if (s.starts_with(' ')) s.erase(0, 1);
    return s;
}

} // namespace

struct TextMetrics::Impl {
    Fonts fonts;

    [[nodiscard]] double width(const std::string& text, const Font& font) const {
        PangoRectangle logical;
        pango_layout_line_get_extents(pango_layout_get_line_readonly(fonts.line(text, font), 0),
                                      nullptr, &logical);
        return static_cast<double>(logical.width) / PANGO_SCALE * mm_per_pt;
    }

    /// Adds a piece that is wider than a line, letter by letter.
    void add_letters(const std::string& piece, const Font& font, double width_mm,
                     std::vector<std::string>& lines) const {
        const std::string valid = drawable(piece);
        for (const char* p = valid.c_str(); *p != '\0'; p = g_utf8_next_char(p)) {
            const std::string letter(p, static_cast<const char*>(g_utf8_next_char(p)));
            if (!lines.back().empty() && width(lines.back() + letter, font) > width_mm) {
                lines.emplace_back();
            }
            lines.back() += letter;
        }
    }
};

TextMetrics::TextMetrics() : m_impl(std::make_unique<Impl>()) {}
TextMetrics::TextMetrics(TextMetrics&&) noexcept = default;
TextMetrics& TextMetrics::operator=(TextMetrics&&) noexcept = default;
TextMetrics::~TextMetrics() = default;

TextSize TextMetrics::measure(const std::string& text, const Font& font) const {
    stop_if_interrupted();
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(m_impl->fonts.line(text, font), 0),
                                  nullptr, &logical);
    constexpr double mm = mm_per_pt / PANGO_SCALE;
    return {logical.width * mm, -logical.y * mm, (logical.height + logical.y) * mm};
}

std::vector<std::string> TextMetrics::wrap(const std::string& text, const Font& font,
                                           double width_mm) const {
    stop_if_interrupted();
    std::vector<std::string> lines(1);
    for (const auto& piece : pieces_of(text)) {
        const auto fitted = lines.back() + piece;
        if (m_impl->width(lines.back().empty() ? without_front_blank(piece) : fitted, font) <=
            width_mm) {
            lines.back() = lines.back().empty() ? without_front_blank(piece) : fitted;
            continue;
        }
        if (!lines.back().empty()) lines.emplace_back();
        const auto alone = without_front_blank(piece);
        if (m_impl->width(alone, font) <= width_mm) {
            lines.back() = alone;
        } else {
            m_impl->add_letters(alone, font, width_mm, lines);
        }
    }
    return lines;
}

} // namespace wardmap::paint
