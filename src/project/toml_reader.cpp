// SPDX-License-Identifier: MIT
#include "project/toml_reader.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/plain_text.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "project/toml_depth.h"

namespace wardmap::project {
namespace {

std::string line_of(const std::string& text, std::size_t number) {
    std::size_t from = 0;
    for (std::size_t i = 1; i < number; ++i) {
        const auto end = text.find('\n', from);
        if (end == std::string::npos) return {};
        from = end + 1;
    }
    auto line = text.substr(from, text.find('\n', from) - from);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

/// The line, and a caret below the column; long lines are cut.
std::string excerpt_of(const std::string& text, std::size_t line, std::size_t column) {
    constexpr std::size_t most = 90;
    auto shown = line_of(text, line);
    if (shown.empty() || column == 0 || column > most) return {};
    std::replace(shown.begin(), shown.end(), '\t', ' ');
    return fmt::format("  {}\n  {}^", wardmap::text::shown(shown, most),
                       std::string(column - 1, ' '));
}

const char* type_of(const toml::node& node) {
    switch (node.type()) {
    case toml::node_type::string:
        return "a text";
    case toml::node_type::integer:
    case toml::node_type::floating_point:
        return "a number";
    case toml::node_type::boolean:
        return "true or false";
    case toml::node_type::array:
        return "a list";
    case toml::node_type::table:
        return "a table";
    case toml::node_type::none:
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time:
        return "a date";
    }
    return "something else";
}

} // namespace

TomlReader::TomlReader(std::string text, std::string shown_as)
    : m_text(std::move(text)), m_shown_as(std::move(shown_as)) {}

toml::table TomlReader::parse() {
    if (const auto deep = find_too_deep(m_text)) {
        fault_at(deep->line, deep->column,
                 deep->is_key ? "a key has too many parts"
                              : "lists and tables are nested too deeply",
                 deep->is_key ? fmt::format("at most {} dots", limits::toml_dots)
                              : fmt::format("at most {} levels", limits::toml_depth));
        throw InputError(m_findings);
    }
    try {
        return toml::parse(m_text, m_shown_as);
    } catch (const toml::parse_error& error) {
        const auto at = error.source().begin;
        fault_at(at.line, at.column, std::string(error.description()), "a TOML file (toml.io)");
        throw InputError(m_findings);
    }
}

void TomlReader::add(Finding finding) {
    finding.place.file = m_shown_as;
    finding.excerpt = excerpt_of(m_text, finding.place.line, finding.place.column);
    m_findings.push_back(std::move(finding));
}

void TomlReader::fault_at(std::size_t line, std::size_t column, std::string found,
                          std::string expected, std::string help) {
    add({.severity = Severity::error,
         .place = {"", line, column},
         .found = std::move(found),
         .expected = std::move(expected),
         .help = std::move(help)});
}

void TomlReader::warn_at(std::size_t line, std::size_t column, std::string found,
                         std::string help) {
    add({.severity = Severity::warning,
         .place = {"", line, column},
         .found = std::move(found),
         .help = std::move(help)});
}

void TomlReader::fault(const toml::node& at, std::string found, std::string expected,
                       std::string help) {
    const auto place = at.source().begin;
    fault_at(place.line, place.column, std::move(found), std::move(expected), std::move(help));
}

void TomlReader::wrong_type(const toml::node& at, std::string_view key, const char* expected) {
    fault(at, fmt::format("{} is {}", key, type_of(at)), expected);
}

void TomlReader::refuse_unknown(const toml::table& table, const std::vector<std::string>& known,
                                const std::string& in) {
    for (const auto& [key, value] : table) {
        const std::string name(key.str());
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        const auto place = key.source().begin;
        const auto near = did_you_mean(name, known);
        fault_at(place.line, place.column,
                 fmt::format("unknown key {} in {}", wardmap::text::quoted(name), in),
                 near.empty() ? "one of " + wardmap::text::list(known, "or") : "", near);
    }
}

std::optional<std::string> TomlReader::text(const toml::table& table, std::string_view key) {
    const auto* const node = table.get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* const value = node->as_string()) {
        if (limits::fits_cell(value->get())) return wardmap::text::without_controls(value->get());
        fault(*node,
              fmt::format("{} is a text of more than {} characters", key,
                          wardmap::text::number(limits::cell_characters, 0)),
              "a text that fits in a spreadsheet cell");
        return std::nullopt;
    }
    wrong_type(*node, key, "a text in quotation marks");
    return std::nullopt;
}

std::optional<double> TomlReader::number(const toml::table& table, std::string_view key) {
    const auto* const node = table.get(key);
    if (node == nullptr) return std::nullopt;
    const auto value = node->is_number() ? node->value<double>() : std::nullopt;
    if (value && std::isfinite(*value)) return value;
    wrong_type(*node, key, "a number");
    return std::nullopt;
}

std::optional<int> TomlReader::whole(const toml::table& table, std::string_view key) {
    const auto* const node = table.get(key);
    if (node == nullptr) return std::nullopt;
    const auto* const value = node->as_integer();
    if (value != nullptr && std::abs(value->get()) < 1'000'000)
        return static_cast<int>(value->get());
    wrong_type(*node, key, "a whole number");
    return std::nullopt;
}

std::optional<std::vector<std::string>>
TomlReader::texts(const toml::table& table, std::string_view key, bool one_is_enough) {
    const auto* const node = table.get(key);
    if (node == nullptr) return std::nullopt;
    if (one_is_enough && node->is_string())
        return std::vector{wardmap::text::without_controls(node->as_string()->get())};
    const auto* const list = node->as_array();
    std::vector<std::string> values;
    bool good = list != nullptr;
    for (std::size_t i = 0; good && i < list->size(); ++i) {
        good = list->get(i)->is_string();
        if (good)
            values.push_back(wardmap::text::without_controls(list->get(i)->as_string()->get()));
    }
    if (good) return values;
    wrong_type(*node, key, one_is_enough ? "a text, or a list of texts" : "a list of texts");
    return std::nullopt;
}

std::optional<std::vector<double>> TomlReader::numbers(const toml::table& table,
                                                       std::string_view key) {
    const auto* const node = table.get(key);
    if (node == nullptr) return std::nullopt;
    const auto* const list = node->as_array();
    std::vector<double> values;
    bool good = list != nullptr;
    for (std::size_t i = 0; good && i < list->size(); ++i) {
        const auto value = list->get(i)->is_number() ? list->get(i)->value<double>() : std::nullopt;
        if (value && !std::isfinite(*value)) {
            fault(*list->get(i),
                  fmt::format("{} holds {}", key, std::isnan(*value) ? "nan" : "inf"),
                  key.ends_with("breaks")
                      ? "a number: the last break is the highest figure, or above it"
                      : "a number");
            return std::nullopt;
        }
        good = value.has_value();
        if (good) values.push_back(*value);
    }
    if (good) return values;
    wrong_type(*node, key, "a list of numbers");
    return std::nullopt;
}

const toml::table* TomlReader::table(const toml::table& table, std::string_view key) {
    const auto* const node = table.get(key);
    if (node == nullptr) return nullptr;
    if (const auto* const value = node->as_table()) return value;
    wrong_type(*node, key, "a table");
    return nullptr;
}

void TomlReader::read(const toml::table& table, std::string_view key, std::string& into) {
    if (auto value = text(table, key)) into = std::move(*value);
}

void TomlReader::read(const toml::table& table, std::string_view key, bool& into) {
    const auto* const node = table.get(key);
    if (node == nullptr) return;
    const auto value = node->value_exact<bool>();
    if (!value) return wrong_type(*node, key, "true or false");
    into = *value;
}

void TomlReader::read(const toml::table& table, std::string_view key, double& into) {
    if (const auto value = number(table, key)) into = *value;
}

std::string TomlReader::required(const toml::table& table, std::string_view key,
                                 const std::string& in, const std::string& example) {
    if (table.get(key) == nullptr) {
        fault(table, fmt::format("{} has no {}", in, key), example);
        return {};
    }
    const auto value = text(table, key);
    if (value && value->empty()) fault(*table.get(key), fmt::format("{} is empty", key), example);
    return value.value_or("");
}

std::optional<std::size_t> TomlReader::word(const toml::table& table, std::string_view key,
                                            const std::vector<std::string>& words) {
    const auto value = text(table, key);
    if (!value) return std::nullopt;
    const auto at = std::find(words.begin(), words.end(), *value);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    fault(*table.get(key), fmt::format("{} = {} is not known", key, wardmap::text::quoted(*value)),
          "one of " + wardmap::text::list(words, "or"), did_you_mean(*value, words));
    return std::nullopt;
}

void TomlReader::stop_on_faults() const {
    stop_on_errors(m_findings);
}

} // namespace wardmap::project
