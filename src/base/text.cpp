// SPDX-License-Identifier: MIT
#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>

#include <fmt/format.h>
#include <glib.h>

#include "base/shown.h"

namespace wardmap::text {
namespace {

struct Free {
    void operator()(char* p) const { g_free(p); }
};
using GCharPtr = std::unique_ptr<char, Free>;

constexpr std::array<std::string_view, 6> blanks = {"\xC2\xA0",     "\xE2\x80\x8B", "\xEF\xBB\xBF",
                                                    "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x81\xA0"};

std::size_t blank_at_front(std::string_view s) {
    if (s.empty()) return 0;
    if (std::string_view(" \t\r\n\v\f").find(s.front()) != std::string_view::npos) return 1;
    for (const auto blank : blanks) {
        if (s.starts_with(blank)) return blank.size();
    }
    return 0;
}

std::size_t blank_at_end(std::string_view s) {
    if (s.empty()) return 0;
    if (std::string_view(" \t\r\n\v\f").find(s.back()) != std::string_view::npos) return 1;
    for (const auto blank : blanks) {
        if (s.ends_with(blank)) return blank.size();
    }
    return 0;
}

bool is_ascii(std::string_view s) {
    return std::all_of(s.begin(), s.end(), [](char c) { return (c & 0x80) == 0 && c != '\0'; });
}

/// Adds one unit in the last place of a string of digits with at most one point.
void increment(std::string& digits) {
    for (std::size_t i = digits.size(); i-- > 0;) {
        if (digits[i] == '.') continue;
        if (digits[i] != '9') {
            ++digits[i];
            return;
        }
        digits[i] = '0';
    }
    digits.insert(0, 1, '1');
}

/// |value| in fixed notation, rounded half up on its shortest decimal form.
std::string fixed_digits(double value, int decimals) {
    std::array<char, 512> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                   std::chars_format::fixed);
    std::string digits(buffer.data(), end.ptr);
    auto point = digits.find('.');
    if (point == std::string::npos) {
        point = digits.size();
        if (decimals > 0) digits += '.';
    }
    const std::size_t wanted =
        decimals > 0 ? point + 1 + static_cast<std::size_t>(decimals) : point;
    if (digits.size() <= wanted) {
        digits.append(wanted - digits.size(), '0');
        return digits;
    }
    const std::size_t next = decimals > 0 ? wanted : point + 1;
    const bool up = next < digits.size() && digits[next] >= '5';
    digits.resize(wanted);
    if (up) increment(digits);
    return digits;
}

} // namespace

std::string_view trimmed(std::string_view s) {
    while (const auto n = blank_at_front(s)) {
        s.remove_prefix(n);
    }
    while (const auto n = blank_at_end(s)) {
        s.remove_suffix(n);
    }
    return s;
}

std::vector<std::string> split(std::string_view s, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const auto at = s.find(separator);
        parts.emplace_back(s.substr(0, at));
        if (at == std::string_view::npos) return parts;
        s.remove_prefix(at + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
    return fmt::format("{}", fmt::join(parts, between));
}

std::string list(const std::vector<std::string>& parts, std::string_view last) {
    if (parts.size() < 2) return parts.empty() ? std::string() : parts.front();
    const auto holds_and = [](const std::string& part) {
        return part.find(" and ") != std::string::npos;
    };
    if (std::ranges::any_of(parts, holds_and)) return join(parts, "; ");
    const std::vector<std::string> front(parts.begin(), parts.end() - 1);
    return fmt::format("{} {} {}", join(front, ", "), last, parts.back());
}

std::string fold_case(std::string_view s) {
    if (is_ascii(s)) { // same result as GLib, many times faster
        std::string folded(s);
        for (auto& c : folded) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        return folded;
    }
    return GCharPtr(g_utf8_casefold(s.data(), static_cast<gssize>(s.size()))).get();
}

std::string nfc(std::string_view s) {
    if (is_ascii(s)) return std::string(s);
    const GCharPtr done(g_utf8_normalize(s.data(), static_cast<gssize>(s.size()), G_NORMALIZE_NFC));
    return done ? std::string(done.get()) : std::string(s);
}

bool is_utf8(std::string_view s) {
    return g_utf8_validate_len(s.data(), s.size(), nullptr) != FALSE;
}

std::optional<std::string> to_utf8(std::string_view bytes, const std::string& encoding) {
    gsize written = 0;
    GError* error = nullptr;
    const GCharPtr done(g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8",
                                  encoding.c_str(), nullptr, &written, &error));
    if (error != nullptr) {
        g_error_free(error);
        return std::nullopt;
    }
    return std::string(done.get(), written);
}

std::size_t length(std::string_view s) {
    return static_cast<std::size_t>(
        std::count_if(s.begin(), s.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::optional<double> parse_number(std::string_view s) {
    if (s.starts_with('+')) s.remove_prefix(1);
    if (s.empty()) return std::nullopt;
    const char first = s.front() == '-' && s.size() > 1 ? s[1] : s.front();
    if (!(first >= '0' && first <= '9') && first != '.') return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
    if (error != std::errc() || end != s.data() + s.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::string number(double value, int decimals) {
    if (!std::isfinite(value)) return value > 0 ? "∞" : value < 0 ? "−∞" : "not a number";
    std::string digits = fixed_digits(value, decimals);
    const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
    auto point = digits.find('.');
    if (point == std::string::npos) point = digits.size();
    for (std::size_t at = point; at > 3; at -= 3) {
        digits.insert(at - 3, 1, ',');
    }
    return (std::signbit(value) && !is_zero ? "\u2212" : "") + digits;
}

double rounded(double value, int decimals) {
    if (!std::isfinite(value)) return value;
    const double magnitude = parse_number(fixed_digits(value, decimals)).value_or(0);
    return std::signbit(value) && magnitude > 0 ? -magnitude : magnitude;
}

std::string shortest(double value) {
    return fmt::format("{}", value == 0 ? 0.0 : value);
}

std::string with_count(std::size_t n, std::string_view one, std::string_view many) {
    const std::string digits = number(static_cast<double>(n), 0);
    if (n == 1) return fmt::format("{} {}", digits, one);
    return many.empty() ? fmt::format("{} {}s", digits, one) : fmt::format("{} {}", digits, many);
}

std::string quoted(std::string_view s) {
    const auto result = shown(s);
    const auto cut = result.rfind("… (");
    if (length(s) <= longest_shown || cut == std::string::npos) return "\"" + result + "\"";
    return "\"" + result.substr(0, cut) + "…\"" + result.substr(cut + std::string_view("…").size());
}

std::string as_markup(std::string_view s) {
    std::string safe;
    for (const char c : s) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            safe += c;
        }
    }
    return safe;
}

} // namespace wardmap::text
