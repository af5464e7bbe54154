// SPDX-License-Identifier: MIT
#include "draft/guess_words.h"

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/text.h"

namespace wardmap::draft {
namespace {

bool says(const std::string& column, const char* pattern) {
    return Pattern(pattern).find(text::fold_case(column)).has_value();
}

} // namespace

std::string denominator_word(const std::string& column) {
    if (says(column, "rate|density|per |per_|%")) return {};
    if (says(column, "household")) return "households";
    if (says(column, "dwelling")) return "dwellings";
    return says(column, "population|residents|people|persons") ? "residents" : "";
}

bool is_identifier(const std::string& column) {
    return says(column,
                R"((^|[_ ])(id|fid|gid|objectid|line|easting|northing|lat|long?|x|y|row)$)");
}

bool is_rank(const std::string& column) {
    return says(column, R"((^|[_ ])rank)");
}

bool is_average(const std::string& column) {
    return says(column, R"(rate|score|index|average|mean|percent|%|per \d|per_\d|share|ratio)");
}

bool is_period(const std::string& column) {
    return says(column, R"((^|[_ ])(month|year|period|quarter|date|week)s?($|[_ ]))");
}

std::optional<std::string> stated_scheme(const tables::Table& table) {
    static const Pattern at_most(R"((\d{1,2})\s*or\s*(less|fewer|under))");
    static const Pattern below(R"((less|fewer) than (\d{1,2})|under (\d{1,2})|<\s*(\d{1,2}))");
    static const Pattern between(
        R"(between (\d{1,2}) and (\d{1,2})|(\d{1,2})\s*(?:to|-)\s*(\d{1,2}))");
    for (const auto& aside : table.asides) {
        const auto note = text::fold_case(aside.text);
        const bool about = note.find("suppress") != std::string::npos ||
                           note.find("disclos") != std::string::npos ||
                           note.find("withheld") != std::string::npos || note.starts_with('[') ||
                           note.find('*') != std::string::npos;
        if (!about) continue;
        if (const auto most = at_most.find(note)) return "le" + most->text(1);
        if (const auto end = below.find(note)) {
            return "lt" + end->text(2) + end->text(3) + end->text(4);
        }
        if (const auto ends = between.find(note)) {
            return ends->text(1) + ends->text(3) + "-" + ends->text(2) + ends->text(4);
        }
    }
    return std::nullopt;
}

std::string title_of(const std::string& name) {
    std::string title = name;
    for (auto& c : title) {
        if (c == '_') c = ' ';
    }
    if (!title.empty() && title.front() >= 'a' && title.front() <= 'z') {
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    }
    return title;
}

std::string slug(const std::string& name) {
    constexpr std::size_t longest = 40;
    std::string result;
    for (const char c : text::fold_case(name)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) {
            result += c;
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    result.resize(std::min(result.size(), longest));
    while (!result.empty() && result.back() == '-') {
        result.pop_back();
    }
    return result.empty() ? "figures" : result;
}

} // namespace wardmap::draft
