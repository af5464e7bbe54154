// SPDX-License-Identifier: MIT
#include "paint/missing_signs.h"

#include <algorithm>

#include "base/error.h"
#include "paint/fonts.h"

namespace wardmap::paint {
namespace {

std::vector<std::string> signs_not_in(const Fonts& fonts, const std::string& text) {
    std::vector<std::string> missing;
    const auto safe = drawable(text);
    for (const char* p = safe.c_str(); *p != '\0'; p = g_utf8_next_char(p)) {
        std::string sign(p, static_cast<const char*>(g_utf8_next_char(p)));
        const bool known = std::ranges::find(missing, sign) != missing.end();
        if (!known && !fonts.has(g_utf8_get_char(p))) missing.push_back(std::move(sign));
    }
    return missing;
}

} // namespace

std::vector<std::vector<std::string>> missing_signs(const std::vector<std::string>& texts) {
    std::vector<std::vector<std::string>> missing(texts.size());
    try {
        const Fonts fonts;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            missing[i] = signs_not_in(fonts, texts[i]);
        }
    } catch (const OutputError&) {
        return std::vector<std::vector<std::string>>(texts.size());
    }
    return missing;
}

} // namespace wardmap::paint
