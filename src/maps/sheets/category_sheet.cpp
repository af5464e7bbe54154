// SPDX-License-Identifier: MIT
#include "maps/sheets/category_sheet.h"
#include "maps/ground/base_map.h"
#include "maps/sheets/sheet.h"
#include "project/category.h"
#include "project/measure_kind.h"
#include "study/study.h"
#include "style/style.h"
#include "words/map_text.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "maps/ground/hexagons.h"
#include "maps/labels/importance.h"
#include "maps/legend/context_rows.h"
#include "maps/legend/legend.h"
#include "maps/sheets/page.h"
#include "maps/sheets/theme.h"
#include "maps/symbols/readings.h"
#include "words/alt_text.h"
#include "words/captions.h"
#include "words/foot_lines.h"
#include "words/headline.h"
#include "words/legend_check.h"

namespace wardmap::maps {
namespace {

PageParts parts_of(const Study& study, const CategoryResult& category, const BaseMap& ground,
                   const style::Style& style, words::Subject subject) {
    const double map_mm = std::min(style.page_width_mm, style.page_height_mm) - 2 * style.margin_mm;
    auto theme = theme_of(study, category, style, map_mm);
    if (subject == words::Subject::reading) {
        const auto tone = style.is_grey() ? Tone::grey : Tone::colour;
        theme = {reading_legend(study, category, tone), reading_fills(category, tone), {}, {}, {}};
    }
    theme.legend.context = context_rows(ground.layers(), style);
    PageParts parts;
    parts.id = category.spec.id;
    const auto headline =
        subject == words::Subject::bands ? words::headline(study, category) : std::string();
    parts.title = headline.empty() ? category.spec.title : headline;
    parts.subtitle = headline.empty() ? words::subtitle(study, category, subject)
                                      : words::headline_subtitle(study, category);
    parts.foot = words::foot_lines(study, category, subject, words::Method::elsewhere);
    parts.drawing = drawing_of(category, theme);
    parts.legend = std::move(theme.legend);
    parts.radii = std::move(theme.radii);
    parts.importance = importance_of(category);
    parts.outline_pt = widest_outline_pt(category);
    return parts;
}

Sheet empty_sheet(const Study& study, const CategoryResult& category, const style::Style& style,
                  words::Subject subject) {
    Sheet sheet;
    sheet.words = words::words_of(study, category, subject);
    sheet.scene.width_mm = style.page_width_mm;
    sheet.scene.height_mm = style.page_height_mm;
    sheet.scene.id = category.spec.id + (subject == words::Subject::bands ? "" : "-reading");
    sheet.scene.title = category.spec.title +
                        (subject == words::Subject::bands ? "" : ", hotspot reading") +
                        (study.project.area.empty() ? std::string() : ", " + study.project.area);
    sheet.scene.description = sheet.words.description;
    return sheet;
}

Sheet lay_out_on(const SheetContext& context, const CategoryResult& category,
                 words::Subject subject) {
    words::check_legend(category);
    Sheet sheet = empty_sheet(context.study, category, context.style, subject);
    auto page = lay_out_page(
        context,
        [&](const style::Style& tried) {
            return parts_of(context.study, category, context.ground, tried, subject);
        },
        sheet.words.alt);
    sheet.findings = std::move(page.findings);
    sheet.scene.items = std::move(page.items);
    return sheet;
}

void refuse_too_many_tiles(const Study& study, const CategoryResult& category) {
    if (study.tiles || study.wards.wards.size() <= most_tiles) return;
    throw InputError(Finding{.severity = Severity::error,
                             .found = category.spec.id + ": tiles of " +
                                      text::with_count(study.wards.wards.size(), "area") +
                                      " would be too small to see",
                             .expected = "at most 600 areas",
                             .help = "map = \"shaded\", or a layout of tiles under [tiles]"});
}

} // namespace

Sheet lay_out_sheet(const Study& study, const CategoryResult& category, const style::Style& style,
                    const paint::TextMetrics& metrics, words::Subject subject) {
    return lay_out_sheet({study, style, metrics, BaseMap(study)}, category, subject);
}

Sheet lay_out_sheet(const SheetContext& context, const CategoryResult& category,
                    words::Subject subject) {
    if (category.spec.map != project::MapKind::tiles) {
        return lay_out_on(context, category, subject);
    }
    refuse_too_many_tiles(context.study, category);
    auto plain = context.style;
    plain.scale_bar = false; // distances are meaningless
    plain.north_arrow = false;
    plain.insets = 0;
    const BaseMap tiles(tiled(context.study));
    return lay_out_on({context.study, plain, context.metrics, tiles}, category, subject);
}

Findings advice_on_counts(const Study& study) {
    std::vector<std::string> ids;
    for (const auto& category : study.categories) {
        if (category.spec.is(project::MeasureKind::count) &&
            category.spec.map == project::MapKind::shaded) {
            ids.push_back(category.spec.id);
        }
    }
    if (ids.empty()) return {};
    return {
        {.severity = Severity::note,
         .found = text::list(ids) + ": counts are shaded, and large areas look worse than they are",
         .help = "map = \"circles\" draws counts as circles"}};
}

} // namespace wardmap::maps
