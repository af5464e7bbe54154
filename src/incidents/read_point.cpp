// SPDX-License-Identifier: MIT
#include "incidents/read_point.h"

#include <bit>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <string>

#include "base/text.h"
#include "incidents/read_number.h"

namespace wardmap::incidents {
namespace {

std::optional<int> hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

/// Little-endian or big-endian numbers of well-known binary.
class WkbBytes {
public:
    explicit WkbBytes(std::string bytes) : m_bytes(std::move(bytes)) {
        m_is_little = !m_bytes.empty() && m_bytes[0] == 1;
        m_at = 1;
    }

    std::uint64_t take(std::size_t bytes) {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes && m_at + bytes <= m_bytes.size(); ++i) {
            const auto place = m_is_little ? m_at + bytes - 1 - i : m_at + i;
            value = value << 8 | static_cast<unsigned char>(m_bytes[place]);
        }
        if (m_at + bytes > m_bytes.size()) m_is_short = true;
        m_at += bytes;
        return value;
    }

    double take_double() { return std::bit_cast<double>(take(8)); }
    [[nodiscard]] bool is_short() const { return m_is_short; }

private:
    std::string m_bytes;
    std::size_t m_at = 0;
    bool m_is_little = true;
    bool m_is_short = false;
};

std::optional<PointText> read_wkb(std::string_view text) {
    constexpr std::size_t least = 42; // for a point in two dimensions
    if (text.size() < least || text.size() % 2 != 0) return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = hex_digit(text[i]);
        const auto low = hex_digit(text[i + 1]);
        if (!high || !low) return std::nullopt;
        bytes += static_cast<char>(*high << 4 | *low);
    }
    constexpr std::uint64_t has_srid = 0x20000000;
    WkbBytes wkb(std::move(bytes));
    const auto type = wkb.take(4);
    PointText point;
    if ((type & has_srid) != 0) point.srid = static_cast<int>(wkb.take(4));
    point.at.x = wkb.take_double();
    point.at.y = wkb.take_double();
    if ((type & 0xFFFF) % 1000 != 1 || wkb.is_short()) return std::nullopt; // a point, also with z
    if (!std::isfinite(point.at.x) || !std::isfinite(point.at.y)) return std::nullopt;
    return point;
}

} // namespace

std::optional<PointText> read_point(std::string_view text) {
    text = text::trimmed(text);
    PointText point;
    if (text.starts_with("SRID=") || text.starts_with("srid=")) {
        const auto end = text.find(';');
        const auto number =
            end == std::string_view::npos ? std::nullopt : read_number(text.substr(5, end - 5), {});
        if (!number) return std::nullopt;
        point.srid = static_cast<int>(*number);
        text.remove_prefix(end + 1);
    }
    const auto open = text.find('(');
    if (open == std::string_view::npos) return read_wkb(text);
    std::string word;
    for (const char c : text.substr(0, open)) {
        word += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    if (!text.ends_with(')') || !word.starts_with("POINT")) return std::nullopt;
    auto inner = text::trimmed(text.substr(open + 1, text.size() - open - 2));
    const auto blank = inner.find_first_of(" \t");
    if (blank == std::string_view::npos) return std::nullopt;
    auto rest = text::trimmed(inner.substr(blank));
    rest = rest.substr(0, rest.find_first_of(" \t")); // without a height
    const auto x = read_number(inner.substr(0, blank), {});
    const auto y = read_number(rest, {});
    if (!x || !y) return std::nullopt;
    point.at = {*x, *y};
    return point;
}

} // namespace wardmap::incidents
