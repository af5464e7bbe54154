// SPDX-License-Identifier: MIT
#include "spreadsheet/number_format.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "spreadsheet/format_section.h"
#include "spreadsheet/render_date.h"
#include "spreadsheet/render_number.h"

namespace wardmap::spreadsheet {
namespace {

using Kind = FormatSection::Kind;

/// Sections between semicolons that are not quoted, bracketed or escaped.
std::vector<std::string_view> sections_of(std::string_view code) {
    std::vector<std::string_view> sections;
    std::size_t start = 0;
    bool quoted = false;
    bool bracketed = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"' && !bracketed) quoted = !quoted;
        if (quoted) continue;
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            bracketed = true;
        } else if (c == ']') {
            bracketed = false;
        } else if (c == ';' && !bracketed) {
            sections.push_back(code.substr(start, i - start));
            start = i + 1;
        }
    }
    sections.push_back(code.substr(start));
    return sections;
}

bool has_condition(const FormatSection& section) {
    return section.condition.comparison != FormatCondition::Comparison::none;
}

std::string words_of(const FormatSection& section) {
    std::string words;
    for (const auto& token : section.tokens) {
        if (token.kind == FormatToken::Kind::literal) words += token.text;
    }
    return std::string(text::trimmed(words));
}

std::string literal_text(const FormatSection& section, std::string_view cell_text) {
    std::string result;
    for (const auto& token : section.tokens) {
        if (token.kind == FormatToken::Kind::literal) result += token.text;
        if (token.kind == FormatToken::Kind::blank) result += ' ';
        if (token.kind == FormatToken::Kind::cell_text) result += cell_text;
        if (token.kind == FormatToken::Kind::general) result += cell_text;
    }
    return result;
}

} // namespace

bool FormatCondition::holds(double value) const {
    switch (comparison) {
    case Comparison::none:
        return true;
    case Comparison::less:
        return value < bound;
    case Comparison::at_most:
        return value <= bound;
    case Comparison::equal:
        return value == bound;
    case Comparison::not_equal:
        return value != bound;
    case Comparison::at_least:
        return value >= bound;
    case Comparison::more:
        return value > bound;
    }
    return true;
}

NumberFormat::NumberFormat(std::string code) : m_code(std::move(code)) {
    constexpr std::size_t most_sections = 4; // numbers above, below and at zero; text
    for (const auto section : sections_of(m_code)) {
        if (m_sections.size() < most_sections) m_sections.push_back(make_section(section));
    }
}

bool NumberFormat::is_date() const {
    return m_sections.front().kind == Kind::date;
}

NumberFormat::Choice NumberFormat::choose(double value) const {
    const bool last_is_text = m_sections.size() > 1 && m_sections.back().kind == Kind::text;
    const auto count =
        std::min<std::size_t>(m_sections.size() - (last_is_text ? 1 : 0), 3); // the 4th: text
    const auto* const first = &m_sections[0];
    if (count == 1) return {first, value < 0 && first->condition.holds(value)};
    const auto* const second = &m_sections[1];
    const auto* const last = &m_sections[count - 1];
    if (has_condition(*first) || has_condition(*second)) {
        if (has_condition(*first) ? first->condition.holds(value) : value > 0)
            return {first, value < 0};
        if (count == 2) return {second, value < 0};
        const bool in_second = has_condition(*second) ? second->condition.holds(value) : value < 0;
        return {in_second ? second : last, value < 0 && has_condition(*second)};
    }
    if (value < 0) return {second, false};
    if (value > 0 || count == 2) return {first, false};
    return {last, false};
}

Display NumberFormat::display(double value, bool from_1904) const {
    const auto [section, shows_minus] = choose(value);
    Display display;
    display.kind = section->kind;
    display.words = words_of(*section);
    switch (section->kind) {
    case Kind::date:
        return render_date(*section, value, from_1904, std::move(display));
    case Kind::words:
        display.text = literal_text(*section, "");
        return display;
    case Kind::text:
        display.text = literal_text(*section, general_number(value));
        return display;
    case Kind::general:
        display.text = literal_text(*section, general_number(value < 0 ? -value : value));
        break;
    case Kind::fraction:
        display.text = render_fraction(*section, value);
        break;
    case Kind::number:
        display.percents = section->percents;
        display.text = render_number(*section, value);
        break;
    }
    const bool is_zero = display.text.find_first_of("123456789") == std::string::npos;
    if (shows_minus && !is_zero)
        display.text.insert(0, "-"); // a value that rounds to zero has no sign
    return display;
}

Display NumberFormat::display(std::string_view cell_text) const {
    Display display;
    display.kind = Kind::text;
    const auto& last = m_sections.back();
    const bool own = last.kind == Kind::text || m_sections.size() == 4;
    display.text = own ? literal_text(last, cell_text) : std::string(cell_text);
    if (own) display.words = words_of(last);
    return display;
}

std::string built_in_format(int id) {
    static const std::array<std::pair<int, const char*>, 35> codes = {
        {{1, "0"},
         {2, "0.00"},
         {3, "#,##0"},
         {4, "#,##0.00"},
         {5, "\"£\"#,##0;\\-\"£\"#,##0"},
         {6, "\"£\"#,##0;[Red]\\-\"£\"#,##0"},
         {7, "\"£\"#,##0.00;\\-\"£\"#,##0.00"},
         {8, "\"£\"#,##0.00;[Red]\\-\"£\"#,##0.00"},
         {9, "0%"},
         {10, "0.00%"},
         {11, "0.00E+00"},
         {12, "# ?/?"},
         {13, "# ?\?/??"},
         {14, "dd/mm/yyyy"},
         {15, "d-mmm-yy"},
         {16, "d-mmm"},
         {17, "mmm-yy"},
         {18, "h:mm AM/PM"},
         {19, "h:mm:ss AM/PM"},
         {20, "h:mm"},
         {21, "h:mm:ss"},
         {22, "dd/mm/yyyy h:mm"},
         {37, "#,##0 ;(#,##0)"},
         {38, "#,##0 ;[Red](#,##0)"},
         {39, "#,##0.00;(#,##0.00)"},
         {40, "#,##0.00;[Red](#,##0.00)"},
         {41, "_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-"},
         {42, "_-\"£\"* #,##0_-;\\-\"£\"* #,##0_-;_-\"£\"* \"-\"_-;_-@_-"},
         {43, "_-* #,##0.00_-;\\-* #,##0.00_-;_-* \"-\"??_-;_-@_-"},
         {44, "_-\"£\"* #,##0.00_-;\\-\"£\"* #,##0.00_-;_-\"£\"* \"-\"??_-;_-@_-"},
         {45, "mm:ss"},
         {46, "[h]:mm:ss"},
         {47, "mm:ss.0"},
         {48, "##0.0E+0"},
         {49, "@"}}};
    const auto* const at = std::find_if(codes.begin(), codes.end(),
                                        [&](const auto& code) { return code.first == id; });
    if (at != codes.end()) return at->second;
    const bool eastern_date = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return eastern_date ? "yyyy-mm-dd" : "General";
}

} // namespace wardmap::spreadsheet
