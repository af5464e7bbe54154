// SPDX-License-Identifier: MIT
#include "base/shown.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <glib.h>

#include "base/text.h"

namespace wardmap::text {
namespace {

/// Ranges of characters that are invisible or change the direction of text.
constexpr std::array<std::pair<gunichar, gunichar>, 8> unseen = {{{0x0080, 0x009F},
                                                                  {0x00AD, 0x00AD},
                                                                  {0x061C, 0x061C},
                                                                  {0x200B, 0x200F},
                                                                  {0x2028, 0x202E},
                                                                  {0x2060, 0x206F},
                                                                  {0xFEFF, 0xFEFF},
                                                                  {0xE0000, 0xE007F}}};

std::string escaped(gunichar c) {
    if (c == '\n') return "\\n";
    if (c == '\r') return "\\r";
    if (c == '\t') return "\\t";
    if (c < 0x20 || c == 0x7F) return fmt::format("\\x{:02X}", c);
    return fmt::format("\\u{:04X}", c);
}

bool is_seen(gunichar c) {
    if (c < 0x20 || c == 0x7F) return false;
    return std::none_of(unseen.begin(), unseen.end(),
                        [c](const auto& range) { return c >= range.first && c <= range.second; });
}

/// The first character of `s` as it is shown, and its bytes.
std::pair<std::string, std::size_t> first_shown(std::string_view s) {
    const auto byte = static_cast<unsigned char>(s.front());
    const auto c = g_utf8_get_char_validated(
        s.data(), static_cast<gssize>(std::min<std::size_t>(s.size(), 6)));
    if (byte == 0) return {"\\x00", 1};
    if (c == static_cast<gunichar>(-1) || c == static_cast<gunichar>(-2)) {
        return {fmt::format("\\x{:02X}", byte), 1};
    }
    const auto bytes = static_cast<std::size_t>(g_unichar_to_utf8(c, nullptr));
    return {is_seen(c) ? std::string(s.substr(0, bytes)) : escaped(c), bytes};
}

} // namespace

std::string shown(std::string_view s, std::size_t most) {
    std::string result;
    for (std::size_t n = 0; !s.empty() && n < most; ++n) {
        const auto [character, bytes] = first_shown(s);
        result += character;
        s.remove_prefix(bytes);
    }
    if (!s.empty()) result += fmt::format("… ({})", with_count(length(s), "more character"));
    return result;
}

std::string some(const std::vector<std::string>& parts, std::string_view last) {
    std::vector<std::string> named;
    for (const auto& part : parts) {
        if (named.size() == most_named) break;
        named.push_back(shown(part));
    }
    if (parts.size() <= most_named) return list(named, last);
    named.push_back(number(static_cast<double>(parts.size() - most_named), 0) + " more");
    return list(named, "and");
}

} // namespace wardmap::text
