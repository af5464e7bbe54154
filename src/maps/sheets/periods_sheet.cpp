// SPDX-License-Identifier: MIT
#include "maps/sheets/periods_sheet.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "maps/sheets/small_maps.h"
#include "maps/sheets/theme.h"
#include "measures/measure.h"
#include "study/disclosure/disclose.h"
#include "study/series/periods.h"
#include "study/study.h"
#include "style/style.h"
#include "tables/period.h"
#include "words/alt_text.h"
#include "words/captions.h"
#include "words/figure_texts.h"
#include "words/foot_lines.h"
#include "words/legend_check.h"
#include "words/method_line.h"
#include "words/periods.h"
#include "words/ward_figures.h"

namespace wardmap::maps {
namespace {

/// The scale at which no map's circles are too large.
CircleScale scale_of_all(const PeriodSet& set) {
    CircleScale scale = circle_scale(set.maps.front(), small_map_mm);
    for (const auto& map : set.maps) {
        const auto own = circle_scale(map, small_map_mm);
        if (own.unit_mm > 0 && (scale.unit_mm <= 0 || own.unit_mm < scale.unit_mm)) scale = own;
    }
    return scale;
}

/// The common theme of all maps: one legend, and the symbol of each ward on each map.
Theme theme_of_all(const Study& study, const PeriodSet& set, const style::Style& style) {
    const bool circles = set.together.spec.map == project::MapKind::circles;
    auto theme = theme_of(study, set.together, style, circles ? scale_of_all(set) : CircleScale());
    theme.legend.histogram.reset();
    return theme;
}

template <typename T>
std::vector<T> part_of(const std::vector<T>& all, std::size_t part, std::size_t size) {
    if (all.empty()) return {};
    const auto start = all.begin() + static_cast<std::ptrdiff_t>(part * size);
    return {start, start + static_cast<std::ptrdiff_t>(size)};
}

SmallMap small_map(const Study& study, const PeriodSet& set, const Theme& theme, std::size_t i) {
    const auto& shown = set.maps[i];
    const std::size_t wards = study.wards.wards.size();
    Theme own{{},
              part_of(theme.fills, i, wards),
              part_of(theme.radii, i, wards),
              circle_names(study, shown),
              theme.circle};
    SmallMap map;
    map.id = fmt::format("{}-{}", set.id, i + 1);
    map.alt = words::map_alt(study, shown);
    map.title = set.heads[i];
    map.under = words::area_line(study, shown);
    map.drawing.texts = words::figure_texts(shown);
    map.drawing.overlays = overlays_of(own);
    map.drawing.fills = std::move(own.fills);
    return map;
}

/// Counts of a short month are lower because it is shorter.
std::string note_on_months(const Study& study, const PeriodSet& set) {
    const auto& series = std::ranges::find(study.categories, set.id,
                                           [](const auto& category) { return category.spec.id; });
    if (series == study.categories.end() || series->steps.empty()) return {};
    if (!measures::is_additive(set.together.spec)) return {};
    std::vector<std::string> labels;
    std::ranges::transform(series->steps, std::back_inserter(labels), &Step::label);
    const auto reading = tables::read_periods(labels, "");
    const auto* const periods = std::get_if<std::vector<tables::Period>>(&reading);
    const bool months = periods != nullptr && std::ranges::all_of(*periods, [](const auto& period) {
                            return period.kind == tables::Period::Kind::month;
                        });
    return months ? "Months as they are: not adjusted for the number of their days." : "";
}

std::vector<std::string> foot_of(const Study& study, const PeriodSet& set) {
    std::vector<const CategoryResult*> shown;
    std::vector<std::string> more;
    for (const auto& map : set.maps) {
        shown.push_back(&map);
        more.push_back(words::as_sentence(map.spec.note));
    }
    more.push_back(
        words::as_sentence(words::first_capital(in_words(set.together.disclosure.rule))));
    more.push_back(words::method_line(study, set.together));
    more.push_back(note_on_months(study, set));
    return words::small_foot_lines(study, shown, more);
}

} // namespace

std::vector<Sheet> lay_out_periods(const SheetContext& context, const PeriodSet& set) {
    const auto& study = context.study;
    for (const auto& map : set.maps) {
        words::check_legend(map);
    }
    const auto theme = theme_of_all(study, set, context.style);
    const auto foot = foot_of(study, set);
    const auto make = [&](std::size_t first, std::size_t count) {
        SmallMaps page;
        page.id = set.id + "-periods";
        page.title = set.together.spec.title;
        page.subtitle = words::subtitle(study, set.together);
        page.foot = foot;
        page.legend = theme.legend;
        page.words.alt = words::periods_alt(study, set);
        page.words.description = first == 0 ? words::periods_summary(study, set) : std::string();
        for (std::size_t i = first; i < first + count; ++i) {
            page.maps.push_back(small_map(study, set, theme, i));
            page.words.description += words::period_line(study, set, i);
        }
        return page;
    };
    return lay_out_small_maps(context, set.maps.size(), make);
}

} // namespace wardmap::maps
