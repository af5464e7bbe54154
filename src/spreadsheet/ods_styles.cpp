// SPDX-License-Identifier: MIT
#include "spreadsheet/ods_styles.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace wardmap::spreadsheet {
namespace {

constexpr std::array<std::string_view, 7> data_elements = {
    "number-style", "percentage-style", "currency-style", "date-style",
    "time-style",   "boolean-style",    "text-style"};

bool is_data_element(const XmlName& name) {
    return std::find(data_elements.begin(), data_elements.end(), name.local) != data_elements.end();
}

std::size_t count(const XmlAttributes& attributes, std::string_view name, std::size_t otherwise) {
    constexpr std::uint64_t most = 30; // digits that a format may ask for
    return static_cast<std::size_t>(std::min(attributes.number(name, otherwise), most));
}

std::string quoted_literal(const std::string& words) {
    std::string result;
    for (const char c : words) {
        result += c == '"' ? "\\\"" : std::string(1, c);
    }
    return words.find('"') == std::string::npos ? "\"" + words + "\"" : result;
}

/// <number:number> and <number:scientific-number>.
std::string number_code(const XmlAttributes& attributes, bool scientific) {
    const auto whole = count(attributes, "min-integer-digits", 0);
    const auto places = attributes.find("decimal-places");
    if (!places && !scientific && whole <= 1 && !attributes.is_true("grouping")) return "General";
    std::string code = whole == 0 ? "#" : std::string(whole, '0');
    if (attributes.is_true("grouping")) {
        code = "#,##" + (whole <= 1 ? (whole == 0 ? std::string("#") : std::string("0")) : code);
    }
    const auto decimals = count(attributes, "decimal-places", 0);
    const auto least = std::min(count(attributes, "min-decimal-places", decimals), decimals);
    if (decimals > 0) code += "." + std::string(least, '0') + std::string(decimals - least, '#');
    if (scientific) {
        return code + "E+" +
               std::string(std::max<std::size_t>(1, count(attributes, "min-exponent-digits", 2)),
                           '0');
    }
    auto factor = text::parse_number(attributes.get("display-factor")).value_or(1);
    for (; factor >= 1000; factor /= 1000) {
        code += ',';
    }
    return code;
}

/// A part of a date or time; empty if it is none.
std::string date_code(std::string_view part, const XmlAttributes& attributes, bool& elapsed) {
    const bool is_long = attributes.get("style") == "long";
    const bool in_words = attributes.is_true("textual");
    if (part == "year") return is_long ? "yyyy" : "yy";
    if (part == "month") return in_words ? (is_long ? "mmmm" : "mmm") : (is_long ? "mm" : "m");
    if (part == "day") return is_long ? "dd" : "d";
    if (part == "day-of-week") return is_long ? "dddd" : "ddd";
    if (part == "hours") {
        const std::string code = is_long ? "hh" : "h";
        if (!elapsed) return code;
        elapsed = false;
        return "[" + code + "]";
    }
    if (part == "minutes") return is_long ? "mm" : "m";
    if (part == "seconds") {
        const auto places = count(attributes, "decimal-places", 0);
        return (is_long ? "ss" : "s") + (places > 0 ? "." + std::string(places, '0') : "");
    }
    return part == "am-pm" ? "AM/PM" : "";
}

bool is_raised_position(std::string_view position) {
    if (position.starts_with("super")) return true;
    const auto percent = text::parse_number(position.substr(0, position.find('%')));
    return percent && *percent > 0;
}

} // namespace

void OdsStyles::start(Reading& reading, const XmlName& name, const XmlAttributes& attributes) {
    const auto style_name = std::string(attributes.find("name", "style").value_or(""));
    if (m_styles.size() + m_data_styles.size() > reading.limits().styles) {
        refuse_size(reading.archive().place(), "more than 100,000 styles");
    }
    if (is_data_element(name)) {
        m_data = &m_data_styles[style_name];
        *m_data = {};
        m_data_element = name.local;
        m_elapsed = attributes.get("truncate-on-overflow") == "false";
    } else if (m_data != nullptr) {
        start_data(name, attributes);
    } else if (name.local == "style" || name.local == "default-style") {
        m_style = &m_styles[style_name];
        m_style->parent = attributes.get("parent-style-name");
        m_style->data_style = attributes.get("data-style-name");
    } else if (m_style != nullptr && name.local == "text-properties") {
        m_style->raised = is_raised_position(attributes.get("text-position"));
    } else if (m_style != nullptr && name.local == "table-properties") {
        m_style->shown = attributes.get("display") != "false";
    }
}

void OdsStyles::start_data(const XmlName& name, const XmlAttributes& attributes) {
    m_part = name.local;
    m_words.clear();
    if (m_part == "map") {
        auto condition = std::string(attributes.get("condition"));
        if (condition.starts_with("value()")) condition.erase(0, 7);
        if (condition.starts_with("!=")) condition.replace(0, 2, "<>");
        constexpr std::size_t most = 3;
        if (m_data->conditions.size() < most) {
            m_data->conditions.emplace_back(condition, attributes.get("apply-style-name"));
        }
        return;
    }
    constexpr std::size_t longest = 4'000; // far beyond what a program writes
    if (m_data->code.size() > longest) return;
    if (m_part == "number") m_data->code += number_code(attributes, false);
    if (m_part == "scientific-number") m_data->code += number_code(attributes, true);
    if (m_part == "fraction") m_data->code += "# ?\?/??";
    if (m_part == "text-content") m_data->code += "@";
    m_data->code += date_code(m_part, attributes, m_elapsed);
}

void OdsStyles::end(const XmlName& name) {
    if (is_data_element(name)) {
        m_data = nullptr;
    } else if (m_data != nullptr && (name.local == "text" || name.local == "currency-symbol")) {
        const bool sign = m_data_element == "percentage-style" && text::trimmed(m_words) == "%";
        if (!m_words.empty()) m_data->code += sign ? "%" : quoted_literal(m_words);
    } else if (m_data == nullptr && (name.local == "style" || name.local == "default-style")) {
        m_style = nullptr;
    }
    m_part.clear();
}

void OdsStyles::text(std::string_view piece) {
    constexpr std::size_t longest = 1'000;
    const bool words = m_part == "text" || m_part == "currency-symbol";
    if (m_data != nullptr && words && m_words.size() < longest) m_words += piece;
}

const OdsStyles::Style* OdsStyles::find(std::string_view style) const {
    const auto at = m_styles.find(std::string(style));
    return at == m_styles.end() ? nullptr : &at->second;
}

bool OdsStyles::is_raised(std::string_view style) const {
    const auto* const at = find(style);
    return at != nullptr && at->raised;
}

bool OdsStyles::is_shown(std::string_view style) const {
    const auto* const at = find(style);
    return at == nullptr || at->shown;
}

std::string OdsStyles::format_of(std::string_view style) const {
    constexpr int most_parents = 20;
    const auto* at = find(style);
    for (int i = 0; at != nullptr && at->data_style.empty() && i < most_parents; ++i) {
        at = find(at->parent);
    }
    if (at == nullptr) return {};
    const auto data = m_data_styles.find(at->data_style);
    if (data == m_data_styles.end()) return {};
    std::string code;
    for (const auto& [condition, name] : data->second.conditions) {
        const auto other = m_data_styles.find(name);
        if (other != m_data_styles.end()) code += "[" + condition + "]" + other->second.code + ";";
    }
    return code + data->second.code;
}

} // namespace wardmap::spreadsheet
