// SPDX-License-Identifier: MIT
#include "join/vintage.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/shown.h"
#include "base/text.h"
#include "tables/area_code.h"
#include "wards/ward.h"

namespace wardmap::join {
namespace {

using tables::AreaLevel;

struct Kind {
    const char* form;
    const char* words;
};
constexpr std::array<Kind, 8> kinds = {
    {{R"([EW]01\d{6})", "it looks like an LSOA: sum LSOAs by area first"},
     {R"([EW]02\d{6})", "it looks like an MSOA, not a ward"},
     {R"([EW]00\d{6})", "it looks like a census output area, not a ward"},
     {R"((E0[6789]|E10|W06|S12|N09)\d{6})", "it looks like a district or county, not a ward"},
     {R"([EW](36|40)\d{6})", "it looks like a census merged ward"},
     {R"([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})", "it looks like a postcode: sum by ward first"},
     {R"(\d(\.\d+)?E[+-]?\d+)",
      "a spreadsheet has made a number of a code: format the column as text and enter it again"},
     {R"(-?\d{5,}\.\d+)", "it looks like a number, not a ward"}}};

/// The digits of a nine-character code; nothing for others.
std::optional<long> number_of(const std::string& code) {
    static const Pattern nine(R"([\s\v]*[A-Za-z]\d{2}(\d{6})[\s\v]*)");
    const auto part = nine.match(code);
    if (!part) return std::nullopt;
    return std::stol(part->text(1));
}

std::optional<long> median_number(const std::vector<std::string>& codes) {
    std::vector<long> numbers;
    for (const auto& code : codes) {
        if (const auto number = number_of(code)) numbers.push_back(*number);
    }
    if (numbers.empty()) return std::nullopt;
    std::sort(numbers.begin(), numbers.end());
    return numbers[numbers.size() / 2];
}

std::string with_year(const std::string& field) {
    const auto year = year_of_field(field);
    return year ? fmt::format("{} ({})", field, *year) : field;
}

/// "; their numbers are lower, so the table's wards are older", unless the column names its year.
std::string newer_or_older(const std::vector<std::string>& codes, const std::string& column,
                           const WardSet& wards) {
    std::vector<std::string> ours;
    ours.reserve(wards.wards.size());
    for (const auto& ward : wards.wards) {
        ours.push_back(ward.code);
    }
    if (tables::level_of(codes.front()) == AreaLevel::lsoa) {
        return fmt::format("; the {} of 2001, 2011 and 2021 differ", wards.noun.plural);
    }
    constexpr std::size_t enough = 2; // to infer their age
    const auto theirs = median_number(codes);
    const auto own = median_number(ours);
    if (codes.size() < enough || year_of_field(column) || !theirs || !own || *theirs == *own) {
        return {};
    }
    const bool newer = *theirs > *own;
    return fmt::format("; their numbers are {}, so the table's {} are {}",
                       newer ? "higher" : "lower", wards.noun.plural, newer ? "newer" : "older");
}

/// What to fetch, and the lookup that would convert the table's codes to those of the boundaries.
std::string way_to_same_year(const std::string& column, const WardSet& wards) {
    const auto year = year_of_field(column);
    const bool are_wards =
        !wards.wards.empty() && tables::level_of(wards.wards.front().code) == AreaLevel::ward;
    const auto fetch =
        are_wards ? fmt::format("scripts/get-boundaries --year {} fetches the wards of a year",
                                year ? std::to_string(*year) : "YYYY")
                  : fmt::format("fetch boundaries of {}",
                                year ? std::to_string(*year) : "the table's year");
    return fmt::format("{}; a [lookup] table carries old {} onto new: from = "
                       "\"{}\", to = \"{}\"",
                       fetch, wards.noun.plural, column, wards.code_field);
}

} // namespace

std::string what_it_looks_like(const std::string& key, const WardSet& wards) {
    std::vector<std::string_view> codes;
    codes.reserve(wards.wards.size());
    for (const auto& ward : wards.wards) {
        codes.emplace_back(ward.code);
    }
    const auto level = tables::level_of(key);
    if (level && level == tables::level_of_most(codes)) return {};
    for (const auto& kind : kinds) {
        if (Pattern(kind.form, Pattern::Case::ignored).fits(key)) return kind.words;
    }
    return {};
}

std::optional<int> year_of_field(const std::string& field) {
    static const Pattern name(R"([A-Za-z]{2,6}(\d{2})(CD|NM|CDO|NMW))", Pattern::Case::ignored);
    const auto part = name.match(field);
    if (!part) return std::nullopt;
    return 2000 + std::stoi(part->text(1));
}

Finding other_vintage(const tables::Table& table, const OtherCodes& other, const WardSet& wards,
                      Severity severity) {
    const auto& column = table.columns[other.column];
    std::string found =
        fmt::format("{} is not among the {} {} of {}; {} of {} codes of column {} belong to "
                    "other boundaries "
                    "than {}{}",
                    text::quoted(other.codes.front()), wards.wards.size(), wards.noun.plural,
                    wards.source, other.codes.size(), other.all, with_year(column),
                    with_year(wards.code_field), newer_or_older(other.codes, column, wards));
    if (!other.uncovered.empty() && other.uncovered.size() < wards.wards.size()) {
        std::vector<std::string> names;
        for (const auto ward : other.uncovered) {
            names.push_back(wards.wards[ward].name);
        }
        found += fmt::format("; {} of the map {} no figure: {}",
                             text::with_count(names.size(), wards.noun.singular, wards.noun.plural),
                             names.size() == 1 ? "has" : "have", text::some(names));
    }
    return {.severity = severity,
            .place = table.at(table.header_line, other.column),
            .found = std::move(found),
            .expected = "codes of the same year as the boundaries",
            .help = way_to_same_year(column, wards)};
}

Finding same_names(const tables::Table& table, const OtherCodes& other,
                   const std::vector<std::string>& names, const std::string& column,
                   const WardSet& wards, Severity severity) {
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < other.codes.size(); ++i) {
        pairs.push_back(fmt::format("{} ({})", other.codes[i], names[i]));
    }
    const auto& code_column = table.columns[other.column];
    return {.severity = severity,
            .place = table.at(table.header_line, other.column),
            .found = fmt::format("{} of {} codes of column {} belong to other {} of the same "
                                 "names, whose borders may differ: {}{}",
                                 other.codes.size(), other.all, text::quoted(code_column),
                                 wards.noun.plural, text::some(pairs),
                                 newer_or_older(other.codes, code_column, wards)),
            .expected = "codes of the same year as the boundaries",
            .help = severity == Severity::error
                        ? fmt::format("key = \"{}\" joins by name if the borders are "
                                      "the same; {}",
                                      column, way_to_same_year(code_column, wards))
                        : way_to_same_year(code_column, wards)};
}

} // namespace wardmap::join
