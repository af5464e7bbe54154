// SPDX-License-Identifier: MIT
#include "base/plain_text.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace wardmap::text {
namespace {

bool is_control(unsigned char c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

/// Length of a control character of two or three UTF-8 bytes at the start; 0: none.
std::size_t long_control(std::string_view s) {
    static constexpr std::array<std::string_view, 13> marks = {
        "\xD8\x9C",     "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAB",
        "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA7",
        "\xE2\x81\xA8", "\xE2\x81\xA9", "\xEF\xBF\xBE"};
    for (const auto& mark : marks) {
        if (s.starts_with(mark)) return mark.size();
    }
    const bool is_c1 = s.size() > 1 && s[0] == '\xC2' && static_cast<unsigned char>(s[1]) >= 0x80 &&
                       static_cast<unsigned char>(s[1]) < 0xA0;
    return is_c1 ? 2 : 0;
}

} // namespace

std::string without_controls(std::string_view s) {
    std::string plain;
    plain.reserve(s.size());
    while (!s.empty()) {
        const auto length = long_control(s);
        if (length == 0 && !is_control(static_cast<unsigned char>(s.front()))) plain += s.front();
        s.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return plain;
}

} // namespace wardmap::text
