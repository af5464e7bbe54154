// SPDX-License-Identifier: MIT
#include "words/headline.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/reading.h"
#include "measures/measure.h"
#include "study/area_value.h"
#include "study/category_result.h"
#include "study/study_area.h"
#include "words/captions.h"
#include "words/compared_to.h"
#include "words/reading_counts.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"

namespace wardmap::words {
namespace {

using hotspots::Level;

/// The ward with the highest figure; nothing if several share it, if a withheld figure may be as
/// high, or if a ward has none.
std::optional<std::size_t> highest_ward(const CategoryResult& category,
                                        const std::vector<Cell>& cells) {
    std::optional<std::size_t> highest;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].is_known() && !cells[i].is_suppressed()) return std::nullopt;
        if (cells[i].is_known() && (!highest || cells[i].value() > cells[*highest].value())) {
            highest = i;
        }
    }
    if (!highest) return std::nullopt;
    const auto most = printed(category, *highest);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i == *highest) continue;
        if (cells[i].high() >= cells[*highest].value()) return std::nullopt;
        if (printed(category, i) == most) return std::nullopt; // not ranked in words
    }
    return highest;
}

std::string compared(const StudyArea& study, const CategoryResult& category) {
    const auto ward = highest_ward(category, category.values);
    if (!ward || category.spec.is(project::MeasureKind::rank)) return {};
    const auto& found = category.hotspots->wards[*ward];
    if (!hotspots::is_higher(found.reading.level) || !found.own || !found.own->ratio) return {};
    const auto& ratio = *found.own->ratio;
    const bool in_cluster = cluster_lines(*category.hotspots)[*ward] == hotspots::Evidence::firm;
    const auto times = text::number(ratio.low, 1);
    if (times != text::number(ratio.high, 1) || ratio.low < 1.05) return {};
    return fmt::format("{}: {}, {} times {}{}", study.wards.wards[*ward].name,
                       value_words(category, *ward), times, rate_name(study, category),
                       in_cluster ? fmt::format(", in a cluster of high {}", area_noun(study, 2))
                                  : "");
}

/// Used if each ward was compared and none is certainly or possibly above.
std::string none_higher(const StudyArea& study, const CategoryResult& category) {
    const auto& wards = category.hotspots->wards;
    const bool none = !wards.empty() && std::ranges::all_of(wards, [](const auto& ward) {
        return ward.reading.level == Level::similar || hotspots::is_lower(ward.reading.level);
    });
    if (!none) return {};
    return fmt::format("No {} is above {} by more than chance explains", area_noun(study, 1),
                       rate_name(study, category));
}

std::string largest_count(const StudyArea& study, const CategoryResult& category) {
    if (!category.spec.is(project::MeasureKind::count) || !measures::is_additive(category.spec)) {
        return {};
    }
    const auto total = area_figure(category);
    const auto ward = highest_ward(category, category.figures);
    if (!ward || !total.is_known() || total.value() <= 0) return {};
    const double share = category.figures[*ward].value() / total.value();
    if (share < 0.005 || share > 1) return {};
    return fmt::format("{}: {}, {}% of all{}", study.wards.wards[*ward].name,
                       value_words(category, *ward), text::number(100 * share, 0),
                       study.project.area.empty() ? "" : " in " + study.project.area);
}

/// "High Street and East have risen", after correction for the number of tests; "" for none.
std::string changed(const StudyArea& study, const CategoryResult& category, Level level,
                    const char* participle) {
    std::vector<std::string> names;
    const auto& wards = category.hotspots->wards;
    for (std::size_t i = 0; i < wards.size(); ++i) {
        const auto& test = wards[i].change;
        const bool is_firm = test && test->evidence == hotspots::Evidence::firm;
        if (is_firm && wards[i].reading.level == level) names.push_back(study.wards.wards[i].name);
    }
    if (names.empty()) return {};
    constexpr std::size_t most_names = 2;
    const auto who = names.size() <= most_names
                         ? text::list(names)
                         : fmt::format("{} {}", names.size(), area_noun(study, names.size()));
    return fmt::format("{} {} {}", who, names.size() == 1 ? "has" : "have", participle);
}

std::string changes(const StudyArea& study, const CategoryResult& category) {
    std::vector<std::string> parts;
    for (const auto& part : {changed(study, category, Level::risen, "risen"),
                             changed(study, category, Level::fallen, "fallen")}) {
        if (!part.empty()) parts.push_back(part);
    }
    if (!parts.empty()) return text::list(parts) + " by more than chance explains";
    const auto& wards = category.hotspots->wards;
    const bool none = !wards.empty() && std::ranges::all_of(wards, [](const auto& ward) {
        return ward.reading.level == Level::unchanged;
    });
    return none ? fmt::format("No {} has changed by more than chance explains", area_noun(study, 1))
                : std::string();
}

} // namespace

std::string headline(const StudyArea& study, const CategoryResult& category) {
    const auto& wanted = category.spec.headline;
    if (!wanted.wanted || !wanted.text.empty()) return wanted.text;
    if (category.spec.made_as<project::Change>() != nullptr) {
        return category.hotspots ? changes(study, category) : std::string();
    }
    if (category.hotspots && category.hotspots->own_tests > 0) {
        auto wording = compared(study, category);
        return wording.empty() ? none_higher(study, category) : wording;
    }
    return largest_count(study, category);
}

std::string headline_subtitle(const StudyArea& study, const CategoryResult& category) {
    const auto measure = category.unit.title();
    const auto& title = category.spec.title;
    if (measure.empty() || text::fold_case(measure) == text::fold_case(title)) {
        const auto where = place_and_time(study, category);
        return fmt::format("{} by {}{}", title, study.project.boundaries.noun.singular,
                           where.empty() ? "" : ", " + where);
    }
    const auto line = subtitle(study, category);
    // After a colon, "Incidents" is in lower case.
    const bool is_word = line.size() > 1 && line[1] >= 'a' && line[1] <= 'z';
    return title + ": " + (is_word ? text::fold_case(line.substr(0, 1)) + line.substr(1) : line);
}

} // namespace wardmap::words
