// SPDX-License-Identifier: MIT
#include "maps/sheets/bivariate_sheet.h"
#include "maps/ground/base_map.h"
#include "maps/symbols/bivariate_fills.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "maps/labels/mark_places.h"
#include "maps/legend/context_rows.h"
#include "maps/sheets/page.h"
#include "maps/symbols/fills.h"
#include "study/bivariate.h"
#include "study/study.h"
#include "style/style.h"
#include "words/bivariate.h"
#include "words/captions.h"
#include "words/legend_check.h"
#include "words/ward_figures.h"

namespace wardmap::maps {
namespace {

// From the baseline of Open Sans to the middle of a line, whose height is its size.
constexpr double middle_em = 0.26;

SquareAxis square_axis(const Study& study, const BivariateAxis& axis) {
    SquareAxis square;
    square.title = axis.phrase;
    square.unit = words::axis_unit(category_of(study, axis));
    for (std::size_t place = 0; place < 3; ++place) {
        square.levels.at(place) = words::level_word(axis, place);
        square.ranges.at(place) = words::range_at(axis, place);
    }
    if (!square.title.empty()) square.title = words::first_capital(square.title);
    return square;
}

ClassSquare square_of(const Study& study, const BivariateResult& result, const Palette& palette) {
    ClassSquare square;
    square.across = square_axis(study, result.across);
    square.up = square_axis(study, result.up);
    square.wards = result.counts;
    for (std::size_t up = 0; up < 3; ++up) {
        for (std::size_t across = 0; across < 3; ++across) {
            square.fills.at(up).at(across) = fill_of(Look::band, index_of(up, across), palette);
            square.codes.at(up).at(across) = code_of(up, across);
        }
    }
    square.note =
        fmt::format("In a square: its code on the map, number of {}", words::area_noun(study, 2));
    for (const auto& [up, across] : {std::pair<std::size_t, std::size_t>{2, 2}, {2, 0}, {0, 2}}) {
        square.readings.push_back(code_of(up, across) + ": " +
                                  words::class_words(result, up, across));
    }
    return square;
}

/// For type at its minimum size: the units move to the subtitle.
void make_compact(ClassSquare& square) {
    square.across.unit.clear();
    square.up.unit.clear();
    square.readings.resize(1);
}

/// Rows of the states that occur.
std::vector<LegendRow> state_rows(const BivariateResult& result, const Palette& palette) {
    static constexpr std::array words = {
        std::pair{Look::suppressed_banded, "A figure withheld, within the class shown"},
        std::pair{Look::suppressed, "A figure withheld, class not certain"},
        std::pair{Look::missing, "A figure not supplied"},
        std::pair{Look::not_calculable, "Not calculable (no denominator)"}};
    std::vector<LegendRow> rows;
    for (const auto& [look, text] : words) {
        std::size_t n = 0;
        std::optional<std::size_t> band; // of the first axis
        for (const auto& ward : result.wards) {
            if (look_of(ward) != look) continue;
            ++n;
            if (!band) band = band_of(ward);
        }
        if (n > 0) rows.push_back({fill_of(look, band, palette), "", text, n, ""});
    }
    return rows;
}

/// The title of each ward in the SVG.
std::vector<std::string> class_texts(const Study& study, const BivariateResult& result) {
    const auto& up = category_of(study, result.up);
    const auto& across = category_of(study, result.across);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < result.wards.size(); ++i) {
        const auto code = code_of(result.wards[i]);
        lines.push_back(fmt::format(
            "{}{}; {}: {}; {}: {}", code.empty() ? "" : code + ", ",
            words::class_words(result, result.wards[i]), result.up.phrase,
            words::printed(up.values[i], result.up.banding.decimals), result.across.phrase,
            words::printed(across.values[i], result.across.banding.decimals)));
    }
    return lines;
}

/// Corner classes first: their wards are named if not all can be.
std::vector<double> importance_of(const BivariateResult& result) {
    std::vector<double> importance;
    for (const auto& ward : result.wards) {
        importance.push_back(ward.up ? static_cast<double>(*ward.up + *ward.across) / 2 : 0);
    }
    return importance;
}

paint::Text code_text(const std::string& code, const MarkPlace& place, const Fill& fill) {
    paint::Text text;
    text.text = code;
    text.font = {place.size.height / paint::mm_per_pt, paint::Weight::semibold, false};
    text.at = {place.centre.x, place.centre.y + middle_em * place.size.height};
    text.align = paint::Align::centre;
    text.colour = fill.ink;
    text.halo = fill.colour;
    text.halo_pt = 1.2;
    return text;
}

/// The code of each ward with a class and space for it; the others are counted.
Marks code_marks(const BivariateResult& result, const std::vector<Fill>& fills,
                 const style::Style& style, const paint::TextMetrics& metrics) {
    std::vector<MarkSize> sizes;
    for (const double size :
         {std::max(style.label_min_pt, 0.9 * style.label_pt), style.label_min_pt}) {
        const auto width = metrics.measure("C3", {size, paint::Weight::semibold, false}).width_mm;
        sizes.push_back({width, size * paint::mm_per_pt});
    }
    return [&result, fills, sizes](const LabelledView& panel, const std::vector<bool>& marked,
                                   const std::vector<geo::Box>& others) {
        auto wanted = marked;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            wanted[i] = marked[i] && result.wards[i].up.has_value();
        }
        const auto places = mark_places(panel.view.shapes, panel.labels, wanted, others, sizes);
        Marked codes;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (places[i]) {
                codes.items.emplace_back(code_text(code_of(result.wards[i]), *places[i], fills[i]));
            } else if (wanted[i]) {
                ++codes.without_room;
            }
        }
        return codes;
    };
}

PageParts parts_of(const SheetContext& context, const BivariateResult& result) {
    const auto& study = context.study;
    const auto& style = context.style;
    const auto palette = palette_of(result, style);
    PageParts parts;
    parts.id = result.spec.id;
    parts.title = result.spec.title;
    parts.subtitle = words::bivariate_subtitle(study, result);
    parts.foot = words::bivariate_foot(study, result);
    const auto sentences = text::join(words::bivariate_sentences(study, result), " ");
    if (!sentences.empty()) parts.foot.insert(parts.foot.begin(), sentences);
    parts.legend.title = "How to read the colours";
    parts.legend.square = square_of(study, result, palette);
    constexpr double small_pt = 6.3;
    if (style.legend_pt < small_pt && style.title) make_compact(*parts.legend.square);
    parts.legend.rows = state_rows(result, palette);
    parts.legend.context = context_rows(context.ground.layers(), style);
    parts.drawing.fills = bivariate_fills(result, style);
    parts.drawing.texts = class_texts(study, result);
    parts.drawing.marks = code_marks(result, parts.drawing.fills, style, context.metrics);
    parts.drawing.mark_word = "code";
    parts.importance = importance_of(result);
    return parts;
}

} // namespace

Sheet lay_out_sheet(const SheetContext& context, const BivariateResult& result) {
    const auto& study = context.study;
    for (const auto* const axis : {&result.across, &result.up}) {
        words::check_legend(category_of(study, *axis).values, axis->banding, result.spec.id);
    }
    Sheet sheet;
    sheet.words = words::words_of(study, result);
    sheet.scene.width_mm = context.style.page_width_mm;
    sheet.scene.height_mm = context.style.page_height_mm;
    sheet.scene.id = result.spec.id;
    sheet.scene.title =
        result.spec.title + (study.project.area.empty() ? "" : ", " + study.project.area);
    sheet.scene.description = sheet.words.description;
    auto page = lay_out_page(
        context, [&](const style::Style& tried) { return parts_of(context.with(tried), result); },
        sheet.words.alt);
    sheet.findings = std::move(page.findings);
    sheet.scene.items = std::move(page.items);
    return sheet;
}

} // namespace wardmap::maps
