// SPDX-License-Identifier: MIT
#include "wards/kind_of_area.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace wardmap::wards {
namespace {

struct Kind {
    std::string_view entity; // the first three signs of the code
    std::string_view singular;
    std::string_view plural;
};

constexpr std::array<Kind, 41> kinds = {{
    {"E00", "output area", "output areas"},
    {"W00", "output area", "output areas"},
    {"S00", "output area", "output areas"},
    {"E01", "LSOA", "LSOAs"},
    {"W01", "LSOA", "LSOAs"},
    {"S01", "data zone", "data zones"},
    {"E02", "MSOA", "MSOAs"},
    {"W02", "MSOA", "MSOAs"},
    {"S02", "intermediate zone", "intermediate zones"},
    {"E04", "parish", "parishes"},
    {"W04", "community", "communities"},
    {"E05", "ward", "wards"},
    {"W05", "ward", "wards"},
    {"S13", "ward", "wards"},
    {"N08", "ward", "wards"},
    {"E36", "ward", "wards"},
    {"W40", "ward", "wards"},
    {"E06", "district", "districts"},
    {"E07", "district", "districts"},
    {"E08", "district", "districts"},
    {"E09", "borough", "boroughs"},
    {"W06", "unitary authority", "unitary authorities"},
    {"S12", "council area", "council areas"},
    {"N09", "district", "districts"},
    {"E10", "county", "counties"},
    {"E11", "county", "counties"},
    {"E47", "combined authority", "combined authorities"},
    {"E12", "region", "regions"},
    {"E14", "constituency", "constituencies"},
    {"W07", "constituency", "constituencies"},
    {"W09", "Senedd constituency", "Senedd constituencies"},
    {"E22", "community safety partnership", "community safety partnerships"},
    {"W14", "community safety partnership", "community safety partnerships"},
    {"E23", "police force area", "police force areas"},
    {"W15", "police force area", "police force areas"},
    {"E58", "division", "divisions"},
    {"E38", "clinical commissioning group", "clinical commissioning groups"},
    {"E54", "integrated care board", "integrated care boards"},
    {"E92", "country", "countries"},
    {"W92", "country", "countries"},
    {"K04", "country", "countries"},
}};

const Kind* kind_of(const std::string& code) {
    if (!is_gss_code(code)) return nullptr;
    const auto at = std::ranges::find_if(
        kinds, [&](const Kind& kind) { return std::string_view(code).starts_with(kind.entity); });
    return at == kinds.end() ? nullptr : &*at;
}

bool is_district(const AreaNoun& noun) {
    return noun.singular == "district" || noun.singular == "borough" ||
           noun.singular == "unitary authority" || noun.singular == "council area";
}

} // namespace

bool is_gss_code(const std::string& text) {
    constexpr std::size_t length = 9;
    return text.size() == length && std::string_view("EWSNK").find(text.front()) != text.npos &&
           std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<AreaNoun> noun_of(const std::string& code) {
    const auto* const kind = kind_of(code);
    if (kind == nullptr) return std::nullopt;
    return AreaNoun{std::string(kind->singular), std::string(kind->plural)};
}

AreaNoun noun_of_all(const std::vector<std::string>& codes) {
    std::optional<AreaNoun> all;
    for (const auto& code : codes) {
        const auto noun = noun_of(code);
        if (!noun) return {};
        if (!all || all->singular == noun->singular) {
            all = noun;
        } else if (is_district(*all) && is_district(*noun)) {
            all = AreaNoun{"district", "districts"};
        } else {
            return {};
        }
    }
    return all.value_or(AreaNoun());
}

} // namespace wardmap::wards
