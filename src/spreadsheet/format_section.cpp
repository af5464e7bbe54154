// SPDX-License-Identifier: MIT
#include "spreadsheet/format_section.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"

namespace wardmap::spreadsheet {
namespace {

using Token = FormatToken;
using Kind = FormatToken::Kind;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool is_date_letter(char c) {
    return std::string_view("ymdhse").find(lower(c)) != std::string_view::npos;
}

/// Bytes of the UTF-8 character that begins with `c`.
std::size_t width_of(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::optional<FormatCondition> condition_of(std::string_view inside) {
    using Comparison = FormatCondition::Comparison;
    static constexpr std::pair<std::string_view, Comparison> signs[] = {
        {"<=", Comparison::at_most}, {">=", Comparison::at_least}, {"<>", Comparison::not_equal},
        {"<", Comparison::less},     {">", Comparison::more},      {"=", Comparison::equal}};
    for (const auto& [sign, comparison] : signs) {
        if (!inside.starts_with(sign)) continue;
        const auto bound = text::parse_number(text::trimmed(inside.substr(sign.size())));
        if (bound) return FormatCondition{comparison, *bound};
    }
    return std::nullopt;
}

/// Parses a section from left to right.
class Scanner {
public:
    explicit Scanner(std::string_view code) : m_code(code) {}

    FormatSection scan() {
        while (m_at < m_code.size()) {
            take();
        }
        return std::move(m_section);
    }

private:
    void add(Kind kind, std::string_view text = {}) {
        m_section.tokens.push_back({kind, std::string(text)});
    }

    [[nodiscard]] std::string_view rest() const { return m_code.substr(m_at); }

    [[nodiscard]] bool follows(std::string_view word) const {
        return rest().size() >= word.size() &&
               std::equal(word.begin(), word.end(), rest().begin(),
                          [](char a, char b) { return lower(a) == lower(b); });
    }

    void take() {
        const char c = m_code[m_at];
        if (c == '"') return take_quoted();
        if (c == '[') return take_bracketed();
        if (c == '\\' || c == '_' || c == '*') return take_escaped(c);
        if (follows("General")) return take_word(Kind::general, 7);
        if (follows("AM/PM")) return take_word(Kind::half_day, 5);
        if (follows("A/P")) return take_word(Kind::half_day, 3);
        const bool digits_before = has(Kind::digit);
        if (digits_before && (follows("E+") || follows("E-"))) return take_word(Kind::exponent, 2);
        if (is_date_letter(c)) return take_date_run();
        take_sign(c);
    }

    void take_sign(char c) {
        if (c == '.' && m_code.substr(m_at + 1).starts_with('0') && is_second(last_date()) &&
            !has(Kind::digit)) {
            return take_split();
        }
        const auto kind = c == '0' || c == '#' || c == '?' ? Kind::digit
                          : c == '.'                       ? Kind::point
                          : c == ','                       ? Kind::comma
                          : c == '%'                       ? Kind::percent
                          : c == '/'                       ? Kind::slash
                          : c == '@'                       ? Kind::cell_text
                                                           : Kind::literal;
        take_word(kind, width_of(c));
    }

    void take_word(Kind kind, std::size_t size) {
        add(kind, rest().substr(0, size));
        m_at += size;
    }

    void take_quoted() {
        const auto end = std::min(m_code.find('"', m_at + 1), m_code.size());
        add(Kind::literal, m_code.substr(m_at + 1, end - m_at - 1));
        m_at = end + 1;
    }

    void take_escaped(char c) {
        if (++m_at >= m_code.size()) return;
        const auto size = width_of(m_code[m_at]);
        if (c == '\\') add(Kind::literal, m_code.substr(m_at, size));
        if (c == '_') add(Kind::blank);
        m_at += size; // the character after * fills the cell's width: not part of the text
    }

    /// A condition, a currency or elapsed hours; colours and scripts do not change the text.
    void take_bracketed() {
        const auto end = std::min(m_code.find(']', m_at), m_code.size());
        const auto inside = m_code.substr(m_at + 1, end > m_at ? end - m_at - 1 : 0);
        m_at = end + 1;
        if (inside.empty()) return;
        if (inside.front() == '$') {
            const auto sign = inside.substr(1, inside.find('-') - 1);
            if (!sign.empty()) add(Kind::literal, sign);
            return;
        }
        if (const auto condition = condition_of(inside)) {
            m_section.condition = *condition;
            return;
        }
        const char first = lower(inside.front());
        const bool unit = first == 'h' || first == 'm' || first == 's';
        const bool one_unit =
            std::all_of(inside.begin(), inside.end(), [&](char c) { return lower(c) == first; });
        if (!unit || !one_unit) return;
        std::string run(inside.size(), first == 'm' ? 'n' : first);
        add(Kind::elapsed, run);
    }

    void take_date_run() {
        const char letter = lower(m_code[m_at]);
        std::size_t size = 0;
        while (m_at + size < m_code.size() && lower(m_code[m_at + size]) == letter) {
            ++size;
        }
        m_at += size;
        if (letter == 'e') return add(Kind::date, "yyyy");
        std::string run(size, letter);
        if (letter == 'm' && size <= 2 && is_hour(last_date())) run.assign(size, 'n');
        if (letter == 's') fix_minutes();
        add(Kind::date, run);
    }

    void take_split() {
        std::size_t size = 1;
        while (m_at + size < m_code.size() && m_code[m_at + size] == '0') {
            ++size;
        }
        add(Kind::split_part, m_code.substr(m_at + 1, size - 1));
        m_at += size;
    }

    /// An apparent month before seconds means minutes.
    void fix_minutes() {
        auto* const before = last_date();
        if (before != nullptr && before->kind == Kind::date && before->text.front() == 'm' &&
            before->text.size() <= 2) {
            before->text.assign(before->text.size(), 'n');
        }
    }

    [[nodiscard]] bool has(Kind kind) const {
        return std::any_of(m_section.tokens.begin(), m_section.tokens.end(),
                           [&](const Token& token) { return token.kind == kind; });
    }

    [[nodiscard]] Token* last_date() {
        const auto at = std::find_if(
            m_section.tokens.rbegin(), m_section.tokens.rend(), [](const Token& token) {
                return token.kind == Kind::date || token.kind == Kind::elapsed;
            });
        return at == m_section.tokens.rend() ? nullptr : &*at;
    }
    static bool is_hour(const Token* token) {
        return token != nullptr && token->text.front() == 'h';
    }
    static bool is_second(const Token* token) {
        return token != nullptr && token->text.front() == 's';
    }

    std::string_view m_code;
    std::size_t m_at = 0;
    FormatSection m_section;
};

/// Commas between digits before the point group them, directly after the digits they divide by
/// 1,000, and elsewhere they are text.
void settle_commas(FormatSection& section) {
    auto& tokens = section.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != Kind::comma) continue;
        const bool behind = i > 0 && (tokens[i - 1].kind == Kind::digit ||
                                      (tokens[i - 1].kind == Kind::comma && section.thousands > 0));
        auto next = i + 1;
        while (next < tokens.size() && tokens[next].kind != Kind::digit &&
               tokens[next].kind != Kind::point && tokens[next].kind != Kind::exponent) {
            ++next;
        }
        const bool before = next < tokens.size() && tokens[next].kind == Kind::digit;
        if (behind && before) {
            section.grouped = true;
        } else if (behind) {
            ++section.thousands;
        } else {
            tokens[i] = {Kind::literal, ","};
        }
    }
}

void count_digits(FormatSection& section) {
    auto* part = &section.integer_digits;
    for (const auto& token : section.tokens) {
        if (token.kind == Kind::point) part = &section.fraction_digits;
        if (token.kind == Kind::exponent) part = &section.exponent_digits;
        if (token.kind == Kind::digit) ++*part;
        if (token.kind == Kind::percent) ++section.percents;
    }
}

/// A slash with digits before it that is not part of a date.
bool is_fraction(const FormatSection& section) {
    const auto slash = std::find_if(section.tokens.begin(), section.tokens.end(),
                                    [](const Token& token) { return token.kind == Kind::slash; });
    return slash != section.tokens.end() && slash != section.tokens.begin() &&
           std::prev(slash)->kind == Kind::digit;
}

FormatSection::Kind kind_of(const FormatSection& section) {
    const auto has = [&](Kind kind) {
        return std::any_of(section.tokens.begin(), section.tokens.end(),
                           [&](const Token& token) { return token.kind == kind; });
    };
    if (has(Kind::cell_text)) return FormatSection::Kind::text;
    if (has(Kind::general)) return FormatSection::Kind::general;
    if (has(Kind::date) || has(Kind::elapsed)) return FormatSection::Kind::date;
    if (has(Kind::digit)) {
        return is_fraction(section) ? FormatSection::Kind::fraction : FormatSection::Kind::number;
    }
    return FormatSection::Kind::words;
}

/// Characters that have a meaning elsewhere are text in a section of this kind.
void make_literal(FormatSection& section) {
    const bool numbers = section.kind == FormatSection::Kind::number ||
                         section.kind == FormatSection::Kind::fraction;
    for (auto& token : section.tokens) {
        const bool sign = token.kind == Kind::point || token.kind == Kind::comma ||
                          token.kind == Kind::percent || token.kind == Kind::slash ||
                          token.kind == Kind::digit || token.kind == Kind::exponent;
        const bool slash = token.kind == Kind::slash && section.kind == FormatSection::Kind::number;
        if ((sign && !numbers) || slash) token.kind = Kind::literal;
    }
}

} // namespace

FormatSection make_section(std::string_view code) {
    auto section = Scanner(code).scan();
    section.kind = kind_of(section);
    make_literal(section);
    if (section.kind == FormatSection::Kind::number) settle_commas(section);
    count_digits(section);
    if (code.empty()) section.kind = FormatSection::Kind::words;
    return section;
}

} // namespace wardmap::spreadsheet
