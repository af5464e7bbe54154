// SPDX-License-Identifier: MIT
#include "tables/area_code.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/text.h"

namespace wardmap::tables {
namespace {

struct Kind {
    std::string_view prefix;
    AreaLevel level;
};

constexpr std::array<Kind, 61> kinds = {
    {{"E00", AreaLevel::output_area}, {"W00", AreaLevel::output_area},
     {"S00", AreaLevel::output_area}, {"N00", AreaLevel::output_area},
     {"E33", AreaLevel::output_area}, {"W35", AreaLevel::output_area},
     {"E01", AreaLevel::lsoa},        {"W01", AreaLevel::lsoa},
     {"S01", AreaLevel::lsoa},        {"N20", AreaLevel::lsoa},
     {"E02", AreaLevel::msoa},        {"W02", AreaLevel::msoa},
     {"S02", AreaLevel::msoa},        {"N21", AreaLevel::msoa},
     {"E05", AreaLevel::ward},        {"W05", AreaLevel::ward},
     {"S13", AreaLevel::ward},        {"N08", AreaLevel::ward},
     {"E36", AreaLevel::ward},        {"W40", AreaLevel::ward},
     {"E06", AreaLevel::district},    {"E07", AreaLevel::district},
     {"E08", AreaLevel::district},    {"E09", AreaLevel::district},
     {"W06", AreaLevel::district},    {"S12", AreaLevel::district},
     {"N09", AreaLevel::district},    {"E22", AreaLevel::district},
     {"W22", AreaLevel::district},    {"E10", AreaLevel::county},
     {"E11", AreaLevel::county},      {"E47", AreaLevel::county},
     {"E61", AreaLevel::county},      {"E23", AreaLevel::county},
     {"W15", AreaLevel::county},      {"S32", AreaLevel::county},
     {"E31", AreaLevel::county},      {"W25", AreaLevel::county},
     {"E14", AreaLevel::county},      {"W07", AreaLevel::county},
     {"S14", AreaLevel::county},      {"E37", AreaLevel::county},
     {"E38", AreaLevel::county},      {"E54", AreaLevel::county},
     {"W11", AreaLevel::county},      {"S08", AreaLevel::county},
     {"E13", AreaLevel::county},      {"E12", AreaLevel::region},
     {"E15", AreaLevel::region},      {"E40", AreaLevel::region},
     {"W10", AreaLevel::region},      {"E45", AreaLevel::region},
     {"E92", AreaLevel::country},     {"W92", AreaLevel::country},
     {"S92", AreaLevel::country},     {"N92", AreaLevel::country},
     {"K01", AreaLevel::country},     {"K02", AreaLevel::country},
     {"K03", AreaLevel::country},     {"K04", AreaLevel::country},
     {"K05", AreaLevel::country}}};

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

std::optional<AreaLevel> level_of(std::string_view code) {
    const auto trimmed = text::trimmed(code);
    constexpr std::size_t length = 9;
    if (trimmed.size() != length) return std::nullopt;
    if (trimmed.substr(1).find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    std::string prefix(trimmed.substr(0, 3));
    if (prefix[0] >= 'a' && prefix[0] <= 'z') prefix[0] = static_cast<char>(prefix[0] - 'a' + 'A');
    const auto* const at = std::find_if(kinds.begin(), kinds.end(),
                                        [&](const Kind& kind) { return kind.prefix == prefix; });
    if (at == kinds.end()) return std::nullopt;
    return at->level;
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
