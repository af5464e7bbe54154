// SPDX-License-Identifier: MIT
#include "maps/sheets/contact_sheet.h"

#include <utility>

#include <fmt/format.h>

#include "maps/sheets/small_maps.h"
#include "maps/sheets/theme.h"
#include "study/study.h"
#include "style/style.h"
#include "words/alt_text.h"
#include "words/figure_texts.h"
#include "words/foot_lines.h"
#include "words/legend_check.h"

namespace wardmap::maps {
namespace {

std::string heading_of(const Study& study) {
    if (study.project.title.empty()) return study.project.area;
    if (study.project.area.empty() ||
        study.project.title.find(study.project.area) != std::string::npos) {
        return study.project.title;
    }
    return study.project.title + ", " + study.project.area;
}

SmallMap small_map(const Study& study, const CategoryResult& category, const style::Style& style) {
    words::check_legend(category);
    auto theme = theme_of(study, category, style, small_map_mm);
    SmallMap map;
    map.id = category.spec.id;
    map.alt = words::map_alt(study, category);
    map.title = category.spec.title;
    map.under = theme.legend.title;
    if (!category.spec.period.empty()) map.under += ", " + category.spec.period;
    map.drawing.texts = words::figure_texts(category);
    map.drawing.overlays = overlays_of(theme);
    map.drawing.fills = std::move(theme.fills);
    map.legend = std::move(theme.legend);
    return map;
}

} // namespace

std::vector<Sheet> lay_out_contact_sheet(const SheetContext& context) {
    const auto& study = context.study;
    const auto make = [&](std::size_t first, std::size_t count) {
        SmallMaps page;
        page.id = "contact";
        page.title = heading_of(study);
        std::vector<const CategoryResult*> shown;
        for (std::size_t i = first; i < first + count; ++i) {
            const auto& category = study.categories[i];
            shown.push_back(&category);
            page.maps.push_back(small_map(study, category, context.style));
            page.words.description += words::words_of(study, category).description + "\n";
        }
        page.foot = words::small_foot_lines(study, shown);
        page.words.alt = fmt::format("{} small maps at one scale", count);
        return page;
    };
    return lay_out_small_maps(context, study.categories.size(), make);
}

} // namespace wardmap::maps
