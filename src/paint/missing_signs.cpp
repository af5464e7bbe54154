// SPDX-License-Identifier: MIT
#include "paint/missing_signs.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/error.h"
#include "paint/fonts.h"

namespace wardmap::paint {
namespace {

bool is_ascii(const std::string& text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Also true of what is not drawn, such as joiners.
bool has(PangoFont* font, gunichar sign) {
    if (g_unichar_iszerowidth(sign) || g_unichar_isspace(sign)) return true;
    return font == nullptr || pango_font_has_char(font, sign);
}

std::vector<std::string> signs_not_in(PangoFont* font, const std::string& text) {
    std::vector<std::string> missing;
    const auto safe = drawable(text);
    for (const char* p = safe.c_str(); *p != '\0'; p = g_utf8_next_char(p)) {
        std::string sign(p, static_cast<const char*>(g_utf8_next_char(p)));
        const bool known = std::ranges::find(missing, sign) != missing.end();
        if (!known && !has(font, g_utf8_get_char(p))) missing.push_back(std::move(sign));
    }
    return missing;
}

} // namespace

std::vector<std::vector<std::string>> missing_signs(const std::vector<std::string>& texts) {
    std::vector<std::vector<std::string>> missing(texts.size());
    // The font has all of ASCII: most runs that draw nothing need not load it.
    if (std::ranges::all_of(texts, is_ascii)) return missing;
    try {
        const Fonts fonts;
        const auto regular = fonts.regular();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            missing[i] = signs_not_in(regular.get(), texts[i]);
        }
    } catch (const OutputError&) {
        return std::vector<std::vector<std::string>>(texts.size());
    }
    return missing;
}

} // namespace wardmap::paint
