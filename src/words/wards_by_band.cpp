// SPDX-License-Identifier: MIT
#include "words/wards_by_band.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "project/category.h"
#include "project/measure_kind.h"
#include "study/category_result.h"
#include "study/study_area.h"
#include "words/ward_figures.h"

namespace wardmap::words {
namespace {

/// Names of the wards for which `is_so` holds, by name, an order that reveals nothing about
/// withheld figures.
template <typename Condition>
std::vector<std::string> names_where(const StudyArea& study, const Condition& is_so) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        if (is_so(i)) names.push_back(study.wards.wards[i].name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string by_band(const StudyArea& study, const CategoryResult& category) {
    std::string text;
    const auto& bands = category.banding.bands;
    for (std::size_t k = 0; k < bands.size(); ++k) {
        const std::size_t i =
            category.spec.is(project::MeasureKind::rank) ? k : bands.size() - 1 - k;
        const auto known = names_where(study, [&](std::size_t w) {
            return category.values[w].is_known() && category.banding.band_of[w] == i;
        });
        const auto withheld = names_where(study, [&](std::size_t w) {
            return category.values[w].is_suppressed() && category.banding.band_of[w] == i;
        });
        text += bands[i].range;
        if (!bands[i].word.empty()) text += " (" + bands[i].word + ")";
        text += fmt::format(": {}",
                            text::with_count(known.size(), study.project.boundaries.noun.singular,
                                             study.project.boundaries.noun.plural));
        if (!known.empty()) text += ": " + text::list(known);
        if (!withheld.empty())
            text += "; also, withheld but within this band: " + text::list(withheld);
        text += ".\n";
    }
    return text;
}

/// Largest first, as drawn; ties by name.
std::string by_circle(const StudyArea& study, const CategoryResult& category) {
    std::vector<std::size_t> drawn;
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        if (category.values[i].is_known() && category.values[i].value() > 0) drawn.push_back(i);
    }
    const auto& wards = study.wards.wards;
    std::ranges::sort(drawn, [&](std::size_t a, std::size_t b) {
        const double first = category.values[a].value();
        const double second = category.values[b].value();
        return first != second ? first > second : wards[a].name < wards[b].name;
    });
    std::vector<std::string> names;
    for (const auto i : drawn) {
        names.push_back(fmt::format("{} ({})", wards[i].name, printed(category, i)));
    }
    std::string text;
    if (!names.empty()) text += "Circles, from the largest: " + text::list(names) + ".\n";
    const auto none = names_where(study, [&](std::size_t w) {
        return category.values[w].is_known() && category.values[w].value() <= 0;
    });
    if (!none.empty()) text += "No circle, for a count of 0: " + text::list(none) + ".\n";
    return text;
}

} // namespace

std::string wards_by_band(const StudyArea& study, const CategoryResult& category) {
    return category.spec.map == project::MapKind::circles ? by_circle(study, category)
                                                          : by_band(study, category);
}

std::string wards_without_figure(const StudyArea& study, const CategoryResult& category) {
    std::string text;
    const bool circles = category.spec.map == project::MapKind::circles;
    const auto add_names = [&](const std::vector<std::string>& names, std::string_view what) {
        if (!names.empty()) text += fmt::format("{}: {}.\n", what, text::list(names));
    };
    add_names(names_where(study,
                          [&](std::size_t w) {
                              return category.values[w].is_suppressed() &&
                                     (circles || !category.banding.band_of[w]);
                          }),
              circles ? "Withheld" : "Withheld, band not certain");
    add_names(names_where(study, [&](std::size_t w) { return category.values[w].is_missing(); }),
              "No figure supplied");
    add_names(
        names_where(study, [&](std::size_t w) { return category.values[w].is_not_calculable(); }),
        "Not calculable (no denominator)");
    return text;
}

} // namespace wardmap::words
