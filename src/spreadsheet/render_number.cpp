// SPDX-License-Identifier: MIT
#include "spreadsheet/render_number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "base/text.h"

namespace wardmap::spreadsheet {
namespace {

using Kind = FormatToken::Kind;

/// 0.DIGITS times ten to the power of `point`.
struct Decimal {
    std::string digits; // empty for zero
    int point = 0;
};

Decimal decimal_of(double value) {
    const auto text = fmt::format("{:.14e}", std::fabs(value)); // d.dddddddddddddde+xx
    Decimal decimal;
    decimal.digits = text.substr(0, 1) + text.substr(2, 14);
    decimal.point = std::atoi(text.c_str() + text.find('e') + 1) + 1;
    decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
    if (decimal.digits.empty()) decimal.point = 0;
    return decimal;
}

/// Digits before and after the point, rounded half up.
struct Parts {
    std::string whole; // without leading zeros
    std::string fraction;
};

Parts parts_of(const Decimal& decimal, std::size_t places) {
    constexpr int most_digits = 400; // more than any double has before its point
    const int point = std::clamp(decimal.point, -most_digits, most_digits);
    std::string all;
    if (point > 0) {
        all = decimal.digits;
    } else if (!decimal.digits.empty()) {
        all = std::string(static_cast<std::size_t>(-point), '0') + decimal.digits;
    }
    const auto whole = static_cast<std::size_t>(std::max(point, 0));
    const auto size = whole + places;
    const bool up = all.size() > size && all[size] >= '5';
    all.resize(size, '0');
    for (auto i = size; up && i > 0 && ++all[i - 1] > '9'; --i) {
        all[i - 1] = '0';
    }
    const bool carried = up && all.find_first_not_of('0') == std::string::npos;
    if (carried) all.insert(all.begin(), '1');
    const auto split = all.size() - places;
    Parts parts{all.substr(0, split), all.substr(split)};
    parts.whole.erase(0, std::min(parts.whole.find_first_not_of('0'), parts.whole.size()));
    return parts;
}

int exponent_step(const Decimal& decimal, int step) {
    if (decimal.digits.empty()) return 0;
    const int exponent = decimal.point - 1;
    return static_cast<int>(std::floor(static_cast<double>(exponent) / step)) * step;
}

/// Writes the parts of a number at the positions that a section gives.
class Writer {
public:
    Writer(const FormatSection& section, Parts parts, int exponent)
        : m_section(section), m_parts(std::move(parts)), m_exponent(exponent) {}

    std::string write() {
        for (const auto& token : m_section.tokens) {
            put(token);
        }
        return std::move(m_text);
    }

private:
    void put(const FormatToken& token) {
        switch (token.kind) {
        case Kind::literal:
            m_text += token.text;
            break;
        case Kind::blank:
            m_text += ' ';
            break;
        case Kind::percent:
            m_text += '%';
            break;
        case Kind::point:
            put_point();
            break;
        case Kind::exponent:
            put_exponent(token);
            break;
        case Kind::digit:
            put_digit(token.text.front());
            break;
        default:
            break; // commas are already applied
        }
    }

    void put_point() {
        if (m_section.integer_digits == 0) m_text += m_parts.whole;
        m_text += '.';
        m_behind_point = true;
    }

    void put_exponent(const FormatToken& token) {
        m_text += 'E';
        if (m_exponent < 0) m_text += '-';
        if (m_exponent >= 0 && token.text.ends_with('+')) m_text += '+';
        m_text += fmt::format("{:0{}}", std::abs(m_exponent), m_section.exponent_digits);
        m_in_exponent = true;
    }

    void put_digit(char placeholder) {
        if (m_in_exponent) return; // already written
        if (m_behind_point) return put_fraction_digit(placeholder);
        const auto behind = m_section.integer_digits - ++m_whole_at;
        if (m_whole_at == 1) {
            for (auto i = m_parts.whole.size(); i > behind + 1; --i) {
                put_whole_digit(m_parts.whole[m_parts.whole.size() - i], i - 1);
            }
        }
        if (behind < m_parts.whole.size()) {
            put_whole_digit(m_parts.whole[m_parts.whole.size() - behind - 1], behind);
        } else if (placeholder == '0') {
            put_whole_digit('0', behind);
        } else if (placeholder == '?') {
            m_text += ' ';
        }
    }

    void put_whole_digit(char digit, std::size_t behind) {
        m_text += digit;
        if (m_section.grouped && behind > 0 && behind % 3 == 0) m_text += ',';
    }

    void put_fraction_digit(char placeholder) {
        const auto at = m_fraction_at++;
        const bool rest_is_zero = m_parts.fraction.find_first_not_of('0', at) == std::string::npos;
        if (placeholder == '0' || !rest_is_zero) {
            m_text += m_parts.fraction[at];
        } else if (placeholder == '?') {
            m_text += ' ';
        }
    }

    const FormatSection& m_section;
    Parts m_parts;
    int m_exponent;
    std::string m_text;
    std::size_t m_whole_at = 0;
    std::size_t m_fraction_at = 0;
    bool m_behind_point = false;
    bool m_in_exponent = false;
};

std::string render_scientific(const FormatSection& section, Decimal decimal) {
    const int step = std::max(1, static_cast<int>(section.integer_digits));
    int exponent = exponent_step(decimal, step);
    const auto mantissa = [&] {
        return parts_of({decimal.digits, decimal.point - exponent}, section.fraction_digits);
    };
    auto parts = mantissa();
    if (parts.whole.size() > static_cast<std::size_t>(step)) { // 9.99 became 10.0
        exponent += step;
        parts = mantissa();
    }
    return Writer(section, std::move(parts), exponent).write();
}

/// Numerator and denominator nearest to `value` (below 1) with a denominator up to `most`.
std::pair<long, long> nearest_fraction(double value, long most) {
    std::pair<long, long> best{0, 1};
    double least = value;
    for (long denominator = 1; denominator <= most; ++denominator) {
        const auto numerator = std::lround(value * static_cast<double>(denominator));
        const double off =
            std::fabs(value - static_cast<double>(numerator) / static_cast<double>(denominator));
        if (off < least - 1e-12) {
            least = off;
            best = {numerator, denominator};
        }
    }
    return best;
}

/// The denominator in a fraction's format: a number ("/8"), or its digits ("/??").
struct Denominator {
    long fixed = 0;
    int digits = 0;
};

Denominator denominator_of(const FormatSection& section) {
    const auto slash = std::find_if(section.tokens.begin(), section.tokens.end(),
                                    [](const FormatToken& t) { return t.kind == Kind::slash; });
    Denominator result;
    std::string fixed;
    for (auto at = std::next(slash); at != section.tokens.end(); ++at) {
        const bool number = at->text.find_first_not_of("0123456789") == std::string::npos;
        if (at->kind == Kind::literal && number) fixed += at->text;
        if (at->kind == Kind::digit && fixed.empty()) ++result.digits;
        if (at->kind == Kind::digit && !fixed.empty()) fixed += '0';
    }
    constexpr std::size_t most_digits = 4;
    fixed.resize(std::min(fixed.size(), most_digits));
    result.fixed = std::atol(fixed.c_str());
    result.digits = std::clamp(result.digits, 1, static_cast<int>(most_digits));
    return result;
}

bool shows_whole(const FormatSection& section) {
    bool gap = false;
    bool digit = false;
    for (const auto& token : section.tokens) {
        if (token.kind == Kind::slash) return false;
        if (token.kind == Kind::digit && gap) return true;
        if (token.kind == Kind::digit) digit = true;
        if (token.kind != Kind::digit && digit) gap = true;
    }
    return false;
}

} // namespace

std::string render_number(const FormatSection& section, double value) {
    auto decimal = decimal_of(value);
    if (!decimal.digits.empty()) decimal.point += 2 * section.percents - 3 * section.thousands;
    if (section.exponent_digits > 0) return render_scientific(section, std::move(decimal));
    auto parts = parts_of(decimal, section.fraction_digits);
    return Writer(section, std::move(parts), 0).write();
}

std::string render_fraction(const FormatSection& section, double value) {
    constexpr double most = 1e15; // above it a double has no fraction
    const double size = std::fabs(value);
    if (size >= most) return general_number(size);
    double whole = shows_whole(section) ? std::floor(size) : 0;
    const auto below = denominator_of(section);
    const auto limit = static_cast<long>(std::pow(10, below.digits)) - 1;
    auto [numerator, denominator] =
        below.fixed > 0
            ? std::pair(std::lround((size - whole) * static_cast<double>(below.fixed)), below.fixed)
            : nearest_fraction(size - whole, limit);
    if (shows_whole(section) && numerator == denominator) {
        whole += 1;
        numerator = 0;
    }
    if (!shows_whole(section)) return fmt::format("{}/{}", numerator, denominator);
    if (numerator == 0) return fmt::format("{:.0f}", whole);
    if (whole == 0) return fmt::format("{}/{}", numerator, denominator);
    return fmt::format("{:.0f} {}/{}", whole, numerator, denominator);
}

std::string general_number(double value) {
    const double size = std::fabs(value);
    if (size == 0) return "0";
    if (size >= 1e-9 && size < 1e21) {
        const auto decimal = decimal_of(value);
        const auto places = std::max(0, static_cast<int>(decimal.digits.size()) - decimal.point);
        auto parts = parts_of(decimal, static_cast<std::size_t>(places));
        const auto whole = parts.whole.empty() ? "0" : parts.whole;
        const auto sign = value < 0 ? "-" : "";
        return sign + whole + (parts.fraction.empty() ? "" : "." + parts.fraction);
    }
    auto text = fmt::format("{:.14e}", value);
    const auto at = text.find('e');
    auto mantissa = text.substr(0, at);
    mantissa.erase(mantissa.find_last_not_of('0') + 1);
    if (mantissa.ends_with('.')) mantissa.pop_back();
    return mantissa + "E" + text.substr(at + 1);
}

} // namespace wardmap::spreadsheet
