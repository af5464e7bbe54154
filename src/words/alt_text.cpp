// SPDX-License-Identifier: MIT
#include "words/alt_text.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "measures/measure.h"
#include "study/study.h"
#include "words/captions.h"
#include "words/foot_lines.h"
#include "words/reading_counts.h"
#include "words/sentences.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"
#include "words/wards_by_band.h"

namespace wardmap::words {
namespace {

using project::MeasureKind;

const std::string& name_of(const StudyArea& study, std::size_t ward) {
    return study.wards.wards[ward].name;
}

/// Known wards, highest rank first; ties by name.
std::vector<std::size_t> in_order(const StudyArea& study, const CategoryResult& category) {
    std::vector<std::size_t> wards;
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        if (category.standings[i]) wards.push_back(i);
    }
    std::sort(wards.begin(), wards.end(), [&](std::size_t a, std::size_t b) {
        const auto rank_a = category.standings[a]->rank;
        const auto rank_b = category.standings[b]->rank;
        return rank_a != rank_b ? rank_a < rank_b : name_of(study, a) < name_of(study, b);
    });
    return wards;
}

std::string with_figure(const StudyArea& study, const CategoryResult& category, std::size_t ward) {
    return fmt::format("{} ({})", name_of(study, ward), printed(category, ward));
}

std::string lowest(const StudyArea& study, const CategoryResult& category) {
    const auto wards = in_order(study, category);
    if (wards.empty()) return {};
    std::vector<std::string> names;
    for (const auto ward : wards) {
        if (category.standings[ward]->rank == category.standings[wards.back()]->rank) {
            names.push_back(with_figure(study, category, ward));
        }
    }
    return names.size() <= 3 ? text::list(names) : std::string();
}

/// Suppressed wards and wards without a figure: either may be higher or lower than all those named.
struct Unknown {
    std::size_t withheld = 0;
    std::size_t without = 0;
};

Unknown unknown_of(const CategoryResult& category) {
    Unknown unknown;
    for (const auto& value : category.values) {
        if (value.is_suppressed()) ++unknown.withheld;
        if (value.is_missing() || value.is_not_calculable()) ++unknown.without;
    }
    return unknown;
}

/// "highest", or "highest published" if others may be higher.
std::string published(const CategoryResult& category, const std::string& word) {
    const auto unknown = unknown_of(category);
    return unknown.withheld + unknown.without > 0 ? word + " published" : word;
}

/// "; 2 withheld, 2 without a figure"
std::string gaps(const CategoryResult& category) {
    const auto unknown = unknown_of(category);
    std::vector<std::string> wording;
    if (unknown.withheld > 0) wording.push_back(fmt::format("{} withheld", unknown.withheld));
    if (unknown.without > 0) wording.push_back(fmt::format("{} without a figure", unknown.without));
    return wording.empty() ? "" : "; " + text::join(wording, ", ");
}

std::string most_word(const CategoryResult& category) {
    if (!category.spec.is(MeasureKind::rank)) return "Highest";
    return category.spec.rank_meaning.empty() ? "Rank nearest to 1"
                                              : first_capital(category.spec.rank_meaning);
}

std::string drawn_as(const Study& study, const CategoryResult& category) {
    switch (category.spec.map) {
    case project::MapKind::circles:
        return "with circles as large as";
    case project::MapKind::tiles:
        return study.tiles ? "as tiles shaded by" : "as equal hexagons shaded by";
    case project::MapKind::shaded:
        break;
    }
    return "shaded by";
}

/// Context layers; a tile map has none.
std::vector<const ContextLayer*> shown_layers(const Study& study, const CategoryResult& category) {
    std::vector<const ContextLayer*> shown;
    if (category.spec.map == project::MapKind::tiles) return shown;
    for (const auto& layer : study.layers) {
        if (!layer.features.empty()) shown.push_back(&layer);
    }
    return shown;
}

/// "; also shown: Rivers and Stations".
std::string also_shown(const Study& study, const CategoryResult& category) {
    std::vector<std::string> titles;
    for (const auto* const layer : shown_layers(study, category)) {
        titles.push_back(layer->spec.title);
    }
    return titles.empty() ? "" : "; also shown: " + text::list(titles);
}

std::string reading_alt_text(const Study& study, const CategoryResult& category) {
    const std::size_t n = study.wards.wards.size();
    std::string alt =
        fmt::format("Map of {} {} by hotspot reading of {}", text::number(double(n), 0),
                    area_noun(study, n), category.spec.title);
    const auto where = place_and_time(study, category);
    if (!where.empty()) alt += ", " + where;
    for (const auto& row : label_counts(study, category)) {
        alt += fmt::format("; {}: {}", row.words, row.wards);
    }
    return alt + also_shown(study, category) + ".";
}

} // namespace

std::string highest(const StudyArea& study, const CategoryResult& category, std::size_t places) {
    std::vector<std::string> names;
    for (const auto ward : in_order(study, category)) {
        if (category.standings[ward]->rank <= places) {
            names.push_back(with_figure(study, category, ward));
        }
    }
    return names.size() <= 2 * places ? text::list(names) : std::string();
}

std::string map_alt(const Study& study, const CategoryResult& category, const std::string& more) {
    const std::size_t n = study.wards.wards.size();
    std::string alt =
        fmt::format("Map of {} {} {} {}: {}", text::number(double(n), 0), area_noun(study, n),
                    drawn_as(study, category), category.spec.title, category.unit.title());
    const auto where = place_and_time(study, category);
    if (!where.empty()) alt += ", " + where;
    const auto top = highest(study, category, 3);
    const auto bottom = lowest(study, category);
    if (!top.empty()) {
        alt += fmt::format("; {}: {}",
                           category.spec.is(MeasureKind::rank) ? most_word(category)
                                                               : published(category, "highest"),
                           top);
        const bool all_named = in_order(study, category).size() <= 3;
        if (!bottom.empty() && !all_named) {
            alt += fmt::format("; {}: {}", published(category, "lowest"), bottom);
        }
    }
    return alt + gaps(category) + more + ".";
}

MapWords words_of(const Study& study, const CategoryResult& category, Subject subject) {
    MapWords words;
    words.alt = subject == Subject::bands ? map_alt(study, category, also_shown(study, category))
                                          : reading_alt_text(study, category);
    std::string& wording = words.description;
    wording = as_sentence(category.spec.title + ". " + subtitle(study, category, subject)) + "\n";
    const auto whole = area_line(study, category);
    if (!whole.empty()) wording += as_sentence(whole) + "\n";
    const auto top = highest(study, category, 3);
    // The first sentence names the others.
    const bool names_highest = measures::is_additive(category.spec);
    if (!top.empty() && names_highest)
        wording += fmt::format("{}: {}.\n", published(category, most_word(category)), top);
    for (const auto& line : category_sentences(study, category)) {
        wording += line + "\n";
    }
    const auto bottom = lowest(study, category);
    if (!bottom.empty() && in_order(study, category).size() > 3)
        wording += published(category, "Lowest") + ": " + bottom + ".\n";
    if (subject == Subject::reading) {
        for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
            wording += ward_sentence(study, category, i) + "\n";
        }
    } else {
        wording += wards_by_band(study, category);
    }
    wording += wards_without_figure(study, category);
    for (const auto& line : foot_lines(study, category, subject)) {
        wording += line + "\n";
    }
    return words;
}

} // namespace wardmap::words
