// SPDX-License-Identifier: MIT
#include "join/vintage.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/text.h"

namespace wardmap::join {
namespace {

struct Kind {
    const char* form;
    const char* words;
};
constexpr std::array<Kind, 8> kinds = {
    {{R"([EW]01\d{6})", "it looks like an LSOA: sum LSOAs by ward first"},
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

} // namespace

std::string what_it_looks_like(const std::string& key) {
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

Finding other_vintage(const tables::Table& table, std::size_t column,
                      const std::vector<std::string>& strangers, std::size_t codes,
                      const WardSet& wards) {
    std::vector<std::string> ours;
    ours.reserve(wards.wards.size());
    for (const auto& ward : wards.wards) {
        ours.push_back(ward.code);
    }
    std::string found = fmt::format(
        "{} is not among the {} wards of {}; {} of {} codes of column {} belong to other "
        "boundaries than {}",
        text::quoted(strangers.front()), wards.wards.size(), wards.source, strangers.size(), codes,
        with_year(table.columns[column]), with_year(wards.code_field));
    const auto theirs = median_number(strangers);
    const auto own = median_number(ours);
    const auto year = year_of_field(table.columns[column]);
    if (!year && theirs && own && *theirs != *own) {
        found +=
            fmt::format("; their numbers are {}, so the table's wards are {}",
                        *theirs > *own ? "higher" : "lower", *theirs > *own ? "newer" : "older");
    }
    return {.severity = Severity::error,
            .place = table.at(table.header_line, column),
            .found = std::move(found),
            .expected = "codes of the same year as the boundaries",
            .help = fmt::format(
                "scripts/get-boundaries --year {} fetches the wards of a year; a [lookup] "
                "table carries old wards onto new",
                year ? std::to_string(*year) : "YYYY")};
}

} // namespace wardmap::join
