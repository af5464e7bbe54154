// SPDX-License-Identifier: MIT
#include "gdal/code_page.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace wardmap::gdal {
namespace {

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Accented lower-case letters of CP850 that are not a quotation mark or dash in Windows-1252.
bool is_letter_of_cp850(unsigned char c) {
    constexpr std::string_view letters =
        "\x81\x82\x83\x84\x85\x87\x88\x89\x8A\x8B\x8C\x8D\x93\x94\x95\xA0\xA1\xA2\xA3\xA4";
    return letters.find(static_cast<char>(c)) != std::string_view::npos;
}

/// Control characters that only a wrong code page produces (U+0080 to U+009F).
bool has_controls(const std::string& utf8) {
    for (std::size_t i = 0; i + 1 < utf8.size(); ++i) {
        const auto next = static_cast<unsigned char>(utf8[i + 1]);
        if (utf8[i] == '\xC2' && next >= 0x80 && next <= 0x9F) return true;
    }
    return false;
}

/// The original bytes of ISO-8859-1 text, from its UTF-8.
std::string latin1_bytes(const std::string& utf8) {
    std::string bytes;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if ((c == 0xC2 || c == 0xC3) && i + 1 < utf8.size()) {
            const auto next = static_cast<unsigned char>(utf8[++i]);
            bytes += static_cast<char>(((c & 0x03) << 6) | (next & 0x3F));
        } else {
            bytes += utf8[i];
        }
    }
    return bytes;
}

} // namespace

std::string guess_code_page(const std::vector<std::string>& texts) {
    if (std::all_of(texts.begin(), texts.end(),
                    [](const std::string& s) { return text::is_utf8(s); })) {
        return "UTF-8";
    }
    std::size_t dos = 0;
    std::size_t windows = 0;
    for (const auto& s : texts) {
        for (std::size_t i = 1; i < s.size(); ++i) {
            if (!is_ascii_letter(s[i - 1])) continue;
            const auto c = static_cast<unsigned char>(s[i]);
            if (c >= 0xC0) ++windows;
            if (is_letter_of_cp850(c)) ++dos;
        }
    }
    return dos > windows ? "CP850" : "WINDOWS-1252";
}

std::string repair_code_page(const std::vector<std::string*>& texts, const std::string& declared) {
    const bool wrong =
        declared == "ISO-8859-1" &&
        std::any_of(texts.begin(), texts.end(), [](const auto* s) { return has_controls(*s); });
    if (!declared.empty() && !wrong) return declared;
    std::vector<std::string> raw;
    raw.reserve(texts.size());
    for (const auto* const s : texts) {
        raw.push_back(wrong ? latin1_bytes(*s) : *s);
    }
    auto encoding = guess_code_page(raw);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        *texts[i] = text::to_utf8(raw[i], encoding).value_or(raw[i]);
    }
    return encoding;
}

} // namespace wardmap::gdal
