// SPDX-License-Identifier: MIT
#include "tables/area_code.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/text.h"

namespace wardmap::tables {
namespace {

constexpr std::array<AreaKind, 66> kinds = {{
    {"E00", AreaLevel::output_area, "output area", "output areas"},
    {"W00", AreaLevel::output_area, "output area", "output areas"},
    {"S00", AreaLevel::output_area, "output area", "output areas"},
    {"N00", AreaLevel::output_area, "", ""},
    {"E33", AreaLevel::output_area, "", ""},
    {"W35", AreaLevel::output_area, "", ""},
    {"E01", AreaLevel::lsoa, "LSOA", "LSOAs"},
    {"W01", AreaLevel::lsoa, "LSOA", "LSOAs"},
    {"S01", AreaLevel::lsoa, "data zone", "data zones"},
    {"N20", AreaLevel::lsoa, "", ""},
    {"E02", AreaLevel::msoa, "MSOA", "MSOAs"},
    {"W02", AreaLevel::msoa, "MSOA", "MSOAs"},
    {"S02", AreaLevel::msoa, "intermediate zone", "intermediate zones"},
    {"N21", AreaLevel::msoa, "", ""},
    {"E05", AreaLevel::ward, "ward", "wards"},
    {"W05", AreaLevel::ward, "ward", "wards"},
    {"S13", AreaLevel::ward, "ward", "wards"},
    {"N08", AreaLevel::ward, "ward", "wards"},
    {"E36", AreaLevel::ward, "ward", "wards"},
    {"W40", AreaLevel::ward, "ward", "wards"},
    {"E06", AreaLevel::district, "district", "districts"},
    {"E07", AreaLevel::district, "district", "districts"},
    {"E08", AreaLevel::district, "district", "districts"},
    {"E09", AreaLevel::district, "borough", "boroughs"},
    {"W06", AreaLevel::district, "unitary authority", "unitary authorities"},
    {"S12", AreaLevel::district, "council area", "council areas"},
    {"N09", AreaLevel::district, "district", "districts"},
    {"E22", AreaLevel::district, "community safety partnership", "community safety partnerships"},
    {"W22", AreaLevel::district, "", ""},
    {"E10", AreaLevel::county, "county", "counties"},
    {"E11", AreaLevel::county, "county", "counties"},
    {"E47", AreaLevel::county, "combined authority", "combined authorities"},
    {"E61", AreaLevel::county, "", ""},
    {"E23", AreaLevel::county, "police force area", "police force areas"},
    {"W15", AreaLevel::county, "police force area", "police force areas"},
    {"S32", AreaLevel::county, "", ""},
    {"E31", AreaLevel::county, "", ""},
    {"W25", AreaLevel::county, "", ""},
    {"E14", AreaLevel::county, "constituency", "constituencies"},
    {"W07", AreaLevel::county, "constituency", "constituencies"},
    {"S14", AreaLevel::county, "", ""},
    {"E37", AreaLevel::county, "", ""},
    {"E38", AreaLevel::county, "clinical commissioning group", "clinical commissioning groups"},
    {"E54", AreaLevel::county, "integrated care board", "integrated care boards"},
    {"W11", AreaLevel::county, "", ""},
    {"S08", AreaLevel::county, "", ""},
    {"E13", AreaLevel::county, "", ""},
    {"E12", AreaLevel::region, "region", "regions"},
    {"E15", AreaLevel::region, "", ""},
    {"E40", AreaLevel::region, "", ""},
    {"W10", AreaLevel::region, "", ""},
    {"E45", AreaLevel::region, "", ""},
    {"E92", AreaLevel::country, "country", "countries"},
    {"W92", AreaLevel::country, "country", "countries"},
    {"S92", AreaLevel::country, "", ""},
    {"N92", AreaLevel::country, "", ""},
    {"K01", AreaLevel::country, "", ""},
    {"K02", AreaLevel::country, "", ""},
    {"K03", AreaLevel::country, "", ""},
    {"K04", AreaLevel::country, "country", "countries"},
    {"K05", AreaLevel::country, "", ""},
    {"E04", std::nullopt, "parish", "parishes"},
    {"W04", std::nullopt, "community", "communities"},
    {"W09", std::nullopt, "Senedd constituency", "Senedd constituencies"},
    {"W14", std::nullopt, "community safety partnership", "community safety partnerships"},
    {"E58", std::nullopt, "division", "divisions"},
}};

constexpr std::array<std::string_view, 70> larger_names = {"england",
                                                           "wales",
                                                           "cymru",
                                                           "scotland",
                                                           "northern ireland",
                                                           "england and wales",
                                                           "great britain",
                                                           "united kingdom",
                                                           "uk",
                                                           "gb",
                                                           "north east",
                                                           "north west",
                                                           "yorkshire and the humber",
                                                           "yorkshire and humber",
                                                           "east midlands",
                                                           "west midlands",
                                                           "east of england",
                                                           "london",
                                                           "greater london",
                                                           "inner london",
                                                           "outer london",
                                                           "south east",
                                                           "south west",
                                                           "avon and somerset",
                                                           "buckinghamshire",
                                                           "cambridgeshire",
                                                           "cambridgeshire and peterborough",
                                                           "cheshire",
                                                           "cleveland",
                                                           "cumbria",
                                                           "derbyshire",
                                                           "devon",
                                                           "devon and cornwall",
                                                           "dorset",
                                                           "dyfed powys",
                                                           "east sussex",
                                                           "essex",
                                                           "gloucestershire",
                                                           "greater manchester",
                                                           "gwent",
                                                           "hampshire",
                                                           "hertfordshire",
                                                           "humberside",
                                                           "kent",
                                                           "lancashire",
                                                           "leicestershire",
                                                           "lincolnshire",
                                                           "merseyside",
                                                           "norfolk",
                                                           "north wales",
                                                           "north yorkshire",
                                                           "northamptonshire",
                                                           "northumbria",
                                                           "nottinghamshire",
                                                           "oxfordshire",
                                                           "somerset",
                                                           "south wales",
                                                           "south yorkshire",
                                                           "staffordshire",
                                                           "suffolk",
                                                           "surrey",
                                                           "sussex",
                                                           "thames valley",
                                                           "tyne and wear",
                                                           "warwickshire",
                                                           "west mercia",
                                                           "west sussex",
                                                           "west yorkshire",
                                                           "wiltshire",
                                                           "worcestershire"};

/// Lower case, "&" as "and", hyphens, commas and full stops as blanks.
std::string plain(std::string_view name) {
    if (!text::is_utf8(name)) return {};
    std::string words;
    for (const char c : text::fold_case(text::trimmed(name))) {
        const bool is_blank = c == ' ' || c == '-' || c == ',' || c == '.';
        if (is_blank && (words.empty() || words.back() == ' ')) continue;
        words += c == '&' ? std::string("and") : std::string(1, is_blank ? ' ' : c);
    }
    return std::string(text::trimmed(words));
}

} // namespace

bool is_gss_code(std::string_view text) {
    constexpr std::size_t length = 9;
    return text.size() == length && std::string_view("EWSNK").find(text.front()) != text.npos &&
           text.substr(1).find_first_not_of("0123456789") == text.npos;
}

const AreaKind* kind_of(std::string_view code) {
    if (!is_gss_code(code)) return nullptr;
    const auto* const at = std::ranges::find(kinds, code.substr(0, 3), &AreaKind::entity);
    return at == kinds.end() ? nullptr : at;
}

std::optional<AreaLevel> level_of(std::string_view code) {
    std::string upper(text::trimmed(code));
    if (upper.empty()) return std::nullopt;
    if (upper[0] >= 'a' && upper[0] <= 'z') upper[0] = static_cast<char>(upper[0] - 'a' + 'A');
    const auto* const kind = kind_of(upper);
    return kind == nullptr ? std::nullopt : kind->level;
}

std::optional<AreaLevel> level_of_most(const std::vector<std::string_view>& codes) {
    std::map<AreaLevel, std::size_t> counts;
    for (const auto code : codes) {
        if (const auto level = level_of(code)) ++counts[*level];
    }
    for (const auto& [level, count] : counts) {
        if (2 * count > codes.size()) return level;
    }
    return std::nullopt;
}

bool is_larger_area_name(std::string_view name) {
    auto words = plain(name);
    for (const std::string_view more :
         {" average", " mean", " total", " region", " county", " combined authority"}) {
        if (words.ends_with(more)) words.resize(words.size() - more.size());
    }
    return std::find(larger_names.begin(), larger_names.end(), words) != larger_names.end();
}

} // namespace wardmap::tables
