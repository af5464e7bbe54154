// SPDX-License-Identifier: MIT
#include "words/periods.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "project/category.h"
#include "project/measure_kind.h"
#include "study/category_result.h"
#include "study/study_area.h"
#include "tables/cell.h"
#include "words/alt_text.h"
#include "words/captions.h"
#include "words/foot_lines.h"
#include "words/ward_figures.h"

namespace wardmap::words {
namespace {

using project::MeasureKind;

std::string place_of(const StudyArea& study) {
    return study.project.area.empty() ? "Whole area" : study.project.area;
}

bool is_rank(const PeriodSet& set) {
    return set.together.spec.is(MeasureKind::rank);
}

/// Circles are not drawn in bands.
bool shows_bands(const PeriodSet& set) {
    return set.together.spec.map != project::MapKind::circles &&
           !set.together.banding.bands.empty();
}

/// The darkest band.
std::size_t top_band(const PeriodSet& set) {
    return is_rank(set) ? 0 : set.together.banding.bands.size() - 1;
}

std::string in_map(const PeriodSet& set, std::size_t map) {
    return set.through_time ? "in " + set.heads[map] : "for " + set.heads[map];
}

/// "Maidstone: 9.1 in January 2014 and 8.2 in November 2014; highest 10.3 in July 2014, lowest 6.9
/// in February 2014."
std::string area_sentence(const StudyArea& study, const PeriodSet& set) {
    std::vector<std::string> figures;
    bool all_known = true;
    for (std::size_t i = 0; i < set.maps.size(); ++i) {
        const auto figure = area_printed(set.maps[i]);
        if (figure.empty()) return {};
        all_known = all_known && set.maps[i].area_value.is_known();
        figures.push_back(figure + " " + in_map(set, i));
    }
    if (!set.through_time) return fmt::format("{}: {}.\n", place_of(study), text::list(figures));
    auto sentence = fmt::format("{}: {} and {}", place_of(study), figures.front(), figures.back());
    constexpr std::size_t few = 2;
    if (all_known && figures.size() > few) {
        const auto less = [](const CategoryResult& a, const CategoryResult& b) {
            return a.area_value.value() < b.area_value.value();
        };
        const auto [low, high] = std::ranges::minmax_element(set.maps, less);
        const auto at = [&](auto map) {
            return figures[static_cast<std::size_t>(map - set.maps.begin())];
        };
        sentence += fmt::format("; lowest {}, highest {}", at(low), at(high));
    }
    return sentence + ".\n";
}

/// "In the highest band (3.1–5.0): High Street in 11 of 11 periods, Park Wood in 3."
std::string top_sentence(const StudyArea& study, const PeriodSet& set) {
    const auto top = top_band(set);
    std::vector<std::pair<std::size_t, std::string>> wards; // number of periods, wards
    for (std::size_t w = 0; w < study.wards.wards.size(); ++w) {
        const auto n = static_cast<std::size_t>(std::ranges::count_if(
            set.maps, [&](const auto& map) { return map.banding.band_of[w] == top; }));
        if (n > 0) wards.emplace_back(n, study.wards.wards[w].name);
    }
    std::ranges::sort(wards, [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<std::string> names;
    for (const auto& [n, name] : wards) {
        names.push_back(names.empty() ? fmt::format("{} on {} of {} maps", name, n, set.maps.size())
                                      : fmt::format("{} on {}", name, n));
    }
    const auto& band = set.together.banding.bands[top];
    const auto range = band.range + (band.word.empty() ? "" : ", " + band.word);
    if (names.empty())
        return fmt::format("No {} is in the top band ({}).\n", area_noun(study, 1), range);
    return fmt::format("In the top band ({}): {}.\n", range, text::list(names));
}

/// "In a higher band in November 2014 than in January 2014: Bridge and East. In a lower band:
/// North."
std::string moves_sentence(const StudyArea& study, const PeriodSet& set) {
    const auto& first = set.maps.front().banding.band_of;
    const auto& last = set.maps.back().banding.band_of;
    std::vector<std::string> up;
    std::vector<std::string> down;
    std::size_t same = 0;
    for (std::size_t w = 0; w < study.wards.wards.size(); ++w) {
        if (!first[w] || !last[w]) continue;
        if (*first[w] == *last[w]) {
            ++same;
            continue;
        }
        const bool rises = (*last[w] > *first[w]) != is_rank(set);
        (rises ? up : down).push_back(study.wards.wards[w].name);
    }
    const auto pair = fmt::format("{} than {}", in_map(set, set.maps.size() - 1), in_map(set, 0));
    const auto names = [](std::vector<std::string>& list) {
        std::ranges::sort(list);
        return list.empty() ? std::string("none") : text::list(list);
    };
    return fmt::format("In a higher band {}: {}. In a lower band: {}. In the same band: {}.\n",
                       pair, names(up), names(down),
                       text::with_count(same, study.project.boundaries.noun.singular,
                                        study.project.boundaries.noun.plural));
}

template <typename Condition>
void add_names(const StudyArea& study, const char* what, const Condition& is_so,
               std::string& text) {
    std::vector<std::string> names;
    for (std::size_t w = 0; w < study.wards.wards.size(); ++w) {
        if (is_so(w)) names.push_back(study.wards.wards[w].name);
    }
    std::ranges::sort(names);
    if (!names.empty()) text += fmt::format(" {}: {}.", what, text::list(names));
}

} // namespace

std::string periods_alt(const StudyArea& study, const PeriodSet& set) {
    const auto& spec = set.together.spec;
    std::string alt = fmt::format("{} small maps of {}: {}", set.maps.size(), spec.title,
                                  set.together.unit.title());
    for (const auto& more : {study.project.area, spec.period}) {
        if (!more.empty()) alt += ", " + more;
    }
    return alt + (spec.map == project::MapKind::circles ? "; circles of one scale."
                                                        : "; one set of bands.");
}

std::string periods_summary(const StudyArea& study, const PeriodSet& set) {
    auto text = as_sentence(set.together.spec.title + ". " + subtitle(study, set.together)) + "\n";
    text += area_sentence(study, set);
    if (!shows_bands(set)) return text;
    text += top_sentence(study, set);
    if (set.through_time) text += moves_sentence(study, set);
    return text;
}

std::string period_line(const StudyArea& study, const PeriodSet& set, std::size_t map) {
    const auto& shown = set.maps[map];
    std::string text = set.heads[map] + ".";
    const bool any = std::ranges::any_of(shown.values, &Cell::is_known);
    std::string top;
    for (std::size_t places = 3; places > 0 && top.empty(); --places) {
        top = highest(study, shown, places);
    }
    if (any && top.empty()) top = "shared by too many to name";
    if (any) text += fmt::format(" {}: {}.", is_rank(set) ? "Nearest to 1" : "Highest", top);
    const auto& values = shown.values;
    add_names(
        study, "Withheld", [&](std::size_t w) { return values[w].is_suppressed(); }, text);
    add_names(
        study, "No figure", [&](std::size_t w) { return values[w].is_missing(); }, text);
    add_names(
        study, "Not calculable", [&](std::size_t w) { return values[w].is_not_calculable(); },
        text);
    return text + "\n";
}

} // namespace wardmap::words
