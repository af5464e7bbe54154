// SPDX-License-Identifier: MIT
#include "maps/sheets/theme.h"

#include <algorithm>
#include <cmath>

#include "maps/labels/label_wards.h"
#include "maps/labels/reading_marks.h"
#include "maps/legend/legend.h"
#include "maps/picture/ward_items.h"
#include "maps/symbols/circles.h"
#include "maps/symbols/readings.h"
#include "project/category.h"
#include "study/category_result.h"
#include "study/study_area.h"
#include "style/style.h"
#include "tables/cell.h"
#include "words/captions.h"
#include "words/figure_texts.h"
#include "words/ward_figures.h"

namespace wardmap::maps {
namespace {

std::vector<Fill> grey_fills(const CategoryResult& category, const Palette& palette) {
    std::vector<Fill> fills;
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        auto look = look_of(category, i);
        if (look == Look::suppressed_banded) look = Look::suppressed;
        auto fill = fill_of(look, std::nullopt, palette);
        if (look == Look::band) fill.colour = ward_grey;
        fill.ink = paint::black;
        fills.push_back(fill);
    }
    return fills;
}

/// A few figures are better read from the table.
bool wants_histogram(const CategoryResult& category) {
    constexpr std::ptrdiff_t least_wards = 15;
    return category.banding.bands.size() > 1 &&
           std::ranges::count_if(category.values, &Cell::is_known) >= least_wards;
}

} // namespace

CircleNames circle_names(const StudyArea& study, const CategoryResult& category) {
    CircleNames names;
    const auto texts = words::figure_texts(category);
    for (std::size_t i = 0; i < std::min(texts.size(), study.wards.wards.size()); ++i) {
        const auto& ward = study.wards.wards[i];
        names.ids.push_back(id_of("circle-", ward.code));
        names.titles.push_back(ward.name + ": " + texts[i]);
    }
    return names;
}

Theme theme_of(const StudyArea& study, const CategoryResult& category, const style::Style& style,
               double map_mm) {
    const bool circles = category.spec.map == project::MapKind::circles;
    return theme_of(study, category, style,
                    circles ? circle_scale(category, map_mm) : CircleScale());
}

Theme theme_of(const StudyArea& study, const CategoryResult& category, const style::Style& style,
               CircleScale scale) {
    auto palette = palette_of(category, style);
    if (category.spec.map != project::MapKind::circles) {
        Theme theme{legend_of(study, category, palette), fills_of(category, palette), {}, {}, {}};
        if (style.histogram && wants_histogram(category)) {
            const auto& whole = category.area_value;
            theme.legend.histogram = {category.values, category.banding, palette.colours,
                                      whole.is_known() ? std::optional(whole.value())
                                                       : std::nullopt,
                                      words::area_line(study, category)};
        }
        return theme;
    }
    Theme theme;
    theme.circle =
        palette.colours.empty() ? paint::black : palette.colours[palette.colours.size() * 2 / 3];
    theme.legend = circle_legend_of(study, category, palette);
    theme.legend.circles = circle_rows(category, scale);
    theme.legend.circle = theme.circle;
    theme.fills = grey_fills(category, palette);
    for (const auto& value : category.values) {
        theme.radii.push_back(value.is_known() ? radius_of(scale, value.value()) : 0);
    }
    theme.circle_names = circle_names(study, category);
    return theme;
}

std::vector<Overlay> overlays_of(const Theme& theme) {
    if (theme.radii.empty()) return {};
    return {[radii = theme.radii, names = theme.circle_names, colour = theme.circle](
                const View& view) { return circle_items(view, radii, names, colour); }};
}

Drawing drawing_of(const CategoryResult& category, const Theme& theme) {
    Drawing drawing;
    drawing.fills = theme.fills;
    drawing.texts = words::figure_texts(category);
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        drawing.figures.push_back(words::printed(category, i));
    }
    drawing.italic = unstable_names(category);
    drawing.disc = theme.circle;
    drawing.overlays = overlays_of(theme);
    drawing.overlays.insert(drawing.overlays.begin(), [&category](const View& view) {
        return reading_outlines(category, view.shapes,
                                view.cut ? std::optional(view.box) : std::nullopt);
    });
    drawing.mark_word = "mark";
    drawing.marks = [&category](const LabelledView& panel, const std::vector<bool>& marked,
                                const std::vector<geo::Box>& others) {
        return reading_marks(category, panel.view.shapes, panel.labels, marked, others);
    };
    return drawing;
}

} // namespace wardmap::maps
