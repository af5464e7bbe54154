// SPDX-License-Identifier: MIT
#include "incidents/read_number.h"

#include <array>
#include <cstdint>
#include <string>

#include "base/text.h"

namespace wardmap::incidents {
namespace {

constexpr std::array<double, 16> powers_of_ten = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                  1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
        text.remove_suffix(1);
    }
    return text;
}

/// Up to 15 digits with or without a point: a whole number and a power of ten, both exact, so that
/// their quotient is the nearest double.
std::optional<double> read_plain(std::string_view text, char point) {
    std::size_t at = 0;
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) ++at;
    std::int64_t digits = 0;
    std::size_t count = 0;
    std::size_t behind_point = 0;
    bool in_decimals = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c >= '0' && c <= '9') {
            digits = digits * 10 + (c - '0');
            ++count;
            if (in_decimals) ++behind_point;
            if (count > 15) return std::nullopt;
        } else if (c == point && !in_decimals) {
            in_decimals = true;
        } else {
            return std::nullopt;
        }
    }
    if (count == 0) return std::nullopt;
    const double value = static_cast<double>(digits) / powers_of_ten[behind_point];
    return negative ? -value : value;
}

} // namespace

std::optional<double> read_number(std::string_view text, Comma comma) {
    text = without_blanks(text);
    if (text.empty()) return std::nullopt;
    if (const auto plain = read_plain(text, comma == Comma::decimal ? ',' : '.')) return plain;
    std::string usual;
    for (const char c : text::trimmed(text)) {
        if (c == ',' && comma == Comma::thousands) continue;
        if (c == ',' && comma == Comma::decimal) {
            usual += '.';
        } else {
            usual += c;
        }
    }
    constexpr std::string_view minus = "\u2212";
    if (usual.starts_with(minus)) usual = "-" + usual.substr(minus.size());
    if (usual.starts_with('+')) usual.erase(0, 1);
    return text::parse_number(usual);
}

int decimals_of(std::string_view text, Comma comma) {
    const auto plain = without_blanks(text);
    const auto point = plain.find(comma == Comma::decimal ? ',' : '.');
    if (point == std::string_view::npos) return 0;
    int places = 0;
    for (auto at = point + 1; at < plain.size() && plain[at] >= '0' && plain[at] <= '9'; ++at) {
        ++places;
    }
    return places;
}

bool has_thousands(std::string_view text) {
    auto plain = without_blanks(text);
    if (plain.starts_with('-')) plain.remove_prefix(1);
    plain = plain.substr(0, plain.find('.'));
    const auto first = plain.find(',');
    if (first == std::string_view::npos || first == 0 || first > 3 || plain.front() == '0') {
        return false;
    }
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const bool is_comma = i >= first && (i - first) % 4 == 0;
        if (is_comma != (plain[i] == ',')) return false;
        if (!is_comma && (plain[i] < '0' || plain[i] > '9')) return false;
    }
    return (plain.size() - first) % 4 == 0;
}

} // namespace wardmap::incidents
