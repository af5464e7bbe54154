// SPDX-License-Identifier: MIT
#include "maps/sheets/band_comparison.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "layout/block.h"
#include "layout/text_block.h"
#include "maps/ground/base_map.h"
#include "maps/ground/view.h"
#include "maps/legend/dot_strip.h"
#include "maps/legend/legend.h"
#include "maps/legend/swatch.h"
#include "maps/picture/ward_items.h"
#include "maps/symbols/fill.h"
#include "maps/symbols/fills.h"
#include "study/study.h"
#include "style/style.h"
#include "words/captions.h"
#include "words/figure_texts.h"
#include "words/legend_check.h"
#include "words/ward_figures.h"

namespace wardmap::maps {
namespace {

constexpr double page_width = 210;
constexpr double page_height = 297;
constexpr double margin = 12;
constexpr double gutter = 6;
constexpr double strip_height = 9.5;
constexpr double name_pt = 8;
constexpr double small_pt = 6;

/// Tiles on a page: larger ones if there are few.
struct Grid {
    std::size_t columns = 3;
    std::size_t rows = 4;

    [[nodiscard]] std::size_t tiles() const { return columns * rows; }
};

Grid grid_for(std::size_t choices) {
    constexpr Grid few{2, 3};
    return choices <= few.tiles() ? few : Grid{};
}

/// Shared by all tiles.
struct Parts {
    const Study& study;
    const CategoryResult& category;
    style::Style style;
    const paint::TextMetrics& metrics;
    const BaseMap& ground;
};

void add(std::vector<paint::Item>& items, std::vector<paint::Item> more) {
    std::move(more.begin(), more.end(), std::back_inserter(items));
}

paint::Text line_of(std::string text, geo::Point at, paint::Font font,
                    paint::Align align = paint::Align::left) {
    paint::Text item;
    item.text = std::move(text);
    item.at = at;
    item.font = font;
    item.align = align;
    item.role = paint::PdfRole::paragraph;
    return item;
}

CategoryResult drawn_by(const CategoryResult& category, const BandChoice& choice) {
    CategoryResult drawn = category;
    drawn.banding = choice.banding;
    return drawn;
}

std::string count_of(const LegendRow& row) {
    return text::number(static_cast<double>(row.wards), 0);
}

/// Swatch, range and number of wards, from high to low as in every legend.
struct SmallLegend {
    std::vector<paint::Item> items;
    double width = 0;
    double height = 0;
};

/// At the right of a box, as wide as its text.
SmallLegend small_legend(const Parts& parts, const CategoryResult& drawn, const Palette& palette,
                         const geo::Box& box) {
    const double right = box.max_x;
    const double top = box.min_y;
    const double height = box.height();
    SmallLegend legend;
    auto bands = legend_of(parts.study, drawn, palette).rows;
    std::erase_if(bands, [](const LegendRow& row) { return row.range.empty(); });
    const paint::Font font{small_pt, paint::Weight::regular, false};
    double range = 0;
    double count = 0;
    for (const auto& row : bands) {
        range = std::max(range, parts.metrics.measure(row.range, font).width_mm);
        count = std::max(count, parts.metrics.measure(count_of(row), font).width_mm);
    }
    constexpr double swatch = 3;
    constexpr double gap = 1.2;
    const double size = small_pt * paint::mm_per_pt;
    const double pitch =
        std::min(size * 1.55, height / static_cast<double>(std::max<std::size_t>(1, bands.size())));
    legend.width = swatch + gap + range + gap + count;
    legend.height = pitch * static_cast<double>(bands.size());
    const double left = right - legend.width;
    double y = top;
    for (const auto& row : bands) {
        paint::Shape colour;
        colour.rings = {
            {{left, y}, {left + swatch, y}, {left + swatch, y + size}, {left, y + size}}};
        colour.fill = row.fill.colour;
        colour.stroke = paint::Stroke{layout::quiet, 0.3, {}};
        colour.css = css_of("legend", row.fill);
        legend.items.emplace_back(std::move(colour));
        const double baseline = y + size * 0.86;
        legend.items.emplace_back(
            line_of(row.range, {right - count - gap, baseline}, font, paint::Align::right));
        legend.items.emplace_back(
            line_of(count_of(row), {right, baseline}, font, paint::Align::right));
        y += pitch;
    }
    return legend;
}

std::string tile_alt(const Parts& parts, const BandChoice& choice) {
    if (choice.banding.bands.empty()) return choice.name + ": no bands.";
    std::vector<std::string> bands;
    for (const auto& band : choice.banding.bands) {
        const auto n = band.known + band.suppressed;
        bands.push_back(fmt::format("{}: {} {}", band.range, n, words::area_noun(parts.study, n)));
    }
    return fmt::format("Small map by {}: {}.", choice.name, text::list(bands));
}

/// "GVF 0.99, TAI 0.86; as in the project".
std::string fit_words(const BandChoice& choice) {
    const auto& banding = choice.banding;
    std::string text;
    if (!banding.bands.empty()) {
        const auto bands = text::with_count(banding.bands.size(), "band");
        if (!choice.name.ends_with(bands)) text = bands + ", ";
        text += fmt::format("GVF {}, TAI {}", text::number(banding.fit.gvf, 2),
                            text::number(banding.fit.tai, 2));
    }
    if (choice.own) text += text.empty() ? "as in the project" : "; as in the project";
    return text;
}

layout::Block tile_head(const Parts& parts, const BandChoice& choice, const geo::Box& box) {
    const layout::TextStyle name{
        {name_pt, paint::Weight::semibold, false}, paint::black, 1.25, paint::PdfRole::heading_2};
    const layout::TextStyle plain{
        {small_pt, paint::Weight::regular, false}, layout::quiet, 1.3, paint::PdfRole::paragraph};
    auto head = layout::text_block({choice.name}, name,
                                   {{box.min_x, box.min_y}, box.width(), parts.metrics});
    auto below =
        layout::text_block({fit_words(choice)}, plain,
                           {{box.min_x, box.min_y + head.height_mm}, box.width(), parts.metrics});
    add(head.items, std::move(below.items));
    head.height_mm += below.height_mm;
    return head;
}

/// A ward is drawn in every tile, but an id is unique in a document.
std::vector<paint::Item> without_ids(std::vector<paint::Item> items) {
    for (auto& item : items) {
        if (auto* const shape = std::get_if<paint::Shape>(&item)) shape->id.clear();
    }
    return items;
}

std::vector<paint::Item> tile(const Parts& parts, const BandChoice& choice, const geo::Box& box,
                              std::size_t number) {
    auto head = tile_head(parts, choice, box);
    auto items = std::move(head.items);
    const double top = box.min_y + head.height_mm + 0.8;
    if (choice.banding.bands.empty()) {
        const layout::TextStyle plain{{small_pt, paint::Weight::regular, false},
                                      paint::black,
                                      1.3,
                                      paint::PdfRole::paragraph};
        const auto why = choice.refused.empty() ? "No figure is known." : choice.refused;
        add(items,
            layout::text_block({why}, plain, {{box.min_x, top}, box.width(), parts.metrics}).items);
        return items;
    }
    const auto drawn = drawn_by(parts.category, choice);
    words::check_legend(drawn);
    const auto palette = palette_of(drawn, parts.style);
    const double bottom = box.max_y - strip_height - 1.5;
    auto legend = small_legend(parts, drawn, palette, {box.min_x, top, box.max_x, bottom});
    const geo::Box map{box.min_x, top, box.max_x - legend.width - 2, bottom};
    const auto view =
        view_of(parts.ground, MapTransform(parts.ground.extent(), map.grown(-0.2)), map, false);
    items.emplace_back(paint::FigureBegin{fmt::format("map-{}", number), tile_alt(parts, choice)});
    add(items, without_ids(ward_items(parts.study,
                                      {fills_of(drawn, palette), words::figure_texts(drawn), ""},
                                      view, parts.style)));
    add(items, strip_items(drawn.values, drawn.banding, palette.colours,
                           {box.min_x, box.max_y - strip_height, box.max_x, box.max_y}, small_pt));
    items.emplace_back(paint::FigureEnd{});
    add(items, std::move(legend.items));
    return items;
}

/// A frame around the tile with the project's own bands.
paint::Shape frame_around(const geo::Box& tile) {
    const auto box = tile.grown(2.2);
    paint::Shape frame;
    frame.rings = {{{box.min_x, box.min_y},
                    {box.max_x, box.min_y},
                    {box.max_x, box.max_y},
                    {box.min_x, box.max_y}}};
    frame.stroke = paint::Stroke{layout::quiet, 0.8, {}};
    frame.css = "own";
    return frame;
}

std::vector<std::string> foot_of(const Parts& parts) {
    const auto& boundaries = parts.study.project.boundaries;
    std::vector<std::string> lines{
        "Legends give the number of " + words::area_noun(parts.study, 2) +
        " in each band; strips show every figure (a dot each, or columns if there are too "
        "many) and each break as a line. GVF: goodness of variance fit, TAI: tabular accuracy "
        "index; 1 is best, and more bands fit better, so compare at one number of bands."};
    const auto withheld = std::any_of(parts.category.values.begin(), parts.category.values.end(),
                                      [](const Cell& cell) { return cell.is_suppressed(); });
    const auto none =
        std::any_of(parts.category.values.begin(), parts.category.values.end(),
                    [](const Cell& cell) { return cell.is_missing() || cell.is_not_calculable(); });
    if (withheld) lines.front() += " Lines over a map: withheld.";
    if (none) lines.front() += " Dots or crossed lines over a map: no figure.";
    for (const auto& line : {boundaries.note, boundaries.attribution}) {
        if (!line.empty()) lines.push_back(line + ".");
    }
    return lines;
}

layout::Block page_head(const Parts& parts) {
    auto block = layout::text_block(
        {"Bands compared: " + parts.category.spec.title},
        {{14, paint::Weight::bold, false}, paint::black, 1.2, paint::PdfRole::heading_1},
        {{margin, margin}, page_width - 2 * margin, parts.metrics});
    auto below = layout::text_block(
        {words::subtitle(parts.study, parts.category)},
        {{9, paint::Weight::regular, false}, layout::quiet, 1.3, paint::PdfRole::paragraph},
        {{margin, margin + block.height_mm}, page_width - 2 * margin, parts.metrics});
    add(block.items, std::move(below.items));
    block.height_mm += below.height_mm;
    return block;
}

paint::Scene page_of(const Parts& parts, const std::vector<BandChoice>& choices,
                     std::size_t first) {
    paint::Scene scene;
    scene.width_mm = page_width;
    scene.height_mm = page_height;
    scene.id = "bands-" + parts.category.spec.id;
    scene.title = "Bands compared: " + parts.category.spec.title;
    auto head = page_head(parts);
    const layout::TextStyle small{
        {6.5, paint::Weight::regular, false}, layout::quiet, 1.3, paint::PdfRole::paragraph};
    const auto lines = foot_of(parts);
    const double foot_height =
        layout::text_block(lines, small, {{0, 0}, page_width - 2 * margin, parts.metrics})
            .height_mm;
    const double top = margin + head.height_mm + 4;
    const double bottom = page_height - margin - foot_height - 4;
    const auto grid = grid_for(choices.size());
    const auto columns = static_cast<double>(grid.columns);
    const auto rows = static_cast<double>(grid.rows);
    const double width = (page_width - 2 * margin - (columns - 1) * gutter) / columns;
    const double height = (bottom - top - (rows - 1) * gutter) / rows;
    add(scene.items, std::move(head.items));
    for (std::size_t i = first; i < std::min(choices.size(), first + grid.tiles()); ++i) {
        const auto column = static_cast<double>((i - first) % grid.columns);
        const std::size_t row_number = (i - first) / grid.columns;
        const auto row = static_cast<double>(row_number);
        const double x = margin + column * (width + gutter);
        const double y = top + row * (height + gutter);
        add(scene.items, tile(parts, choices[i], {x, y, x + width, y + height}, i + 1));
        if (choices[i].own) scene.items.emplace_back(frame_around({x, y, x + width, y + height}));
        scene.description += tile_alt(parts, choices[i]) + "\n";
    }
    add(scene.items,
        layout::text_block(
            lines, small,
            {{margin, page_height - margin - foot_height}, page_width - 2 * margin, parts.metrics})
            .items);
    return scene;
}

} // namespace

std::vector<paint::Scene> lay_out_band_comparison(const Study& study,
                                                  const CategoryResult& category,
                                                  const std::vector<BandChoice>& choices,
                                                  const style::Style& style,
                                                  const paint::TextMetrics& metrics) {
    const BaseMap ground(study);
    Parts parts{study, category, style, metrics, ground};
    constexpr std::size_t many = 1000; // so that borders do not hide the fills of tiny wards
    parts.style.border_pt = std::min(style.border_pt, study.wards.wards.size() > many ? 0.08 : 0.2);
    parts.style.outline_pt = std::min(style.outline_pt, 0.4);
    std::vector<paint::Scene> pages;
    for (std::size_t first = 0; first < choices.size(); first += grid_for(choices.size()).tiles()) {
        pages.push_back(page_of(parts, choices, first));
    }
    return pages;
}

} // namespace wardmap::maps
