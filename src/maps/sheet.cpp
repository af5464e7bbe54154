// SPDX-License-Identifier: MIT
#include "maps/sheet.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "maps/blocks.h"
#include "maps/fills.h"
#include "maps/legend.h"
#include "maps/map_items.h"
#include "maps/readings.h"
#include "maps/scale_bar.h"
#include "maps/words.h"

namespace wardmap::maps {
namespace {

constexpr double gap_mm = 5;
constexpr double scale_bar_mm = 40;
constexpr double scale_bar_height_mm = 11;

/// Where the blocks of a sheet go. The panel (legend, key, scale bar) stands below the map on an
/// upright page, beside it on a wide one.
struct Places {
    geo::Box map;
    geo::Box panel;
    bool upright = true;
};

/// What is laid out and does not change while the panel finds its size.
struct Parts {
    const Study& study;
    const CategoryResult& category;
    const project::Style& style;
    const paint::TextMetrics& metrics;
    Subject subject;
    const Ground& ground;
    Legend legend;
    std::vector<Fill> fills;
    geo::Box page; // within the margins
    double legend_width = 0;
};

struct Map {
    View view;
    Labelling labelling;
};

void add(paint::Scene& scene, std::vector<paint::Item> items) {
    std::move(items.begin(), items.end(), std::back_inserter(scene.items));
}

Block heading(const Parts& parts) {
    const auto& style = parts.style;
    const geo::Point at{parts.page.min_x, parts.page.min_y};
    auto block = text_block({parts.category.spec.title},
                            {{style.title_pt, paint::Weight::bold, false}, paint::black, 1.2, "H1"},
                            at, parts.page.width(), parts.metrics);
    auto below = text_block(
        {subtitle(parts.study, parts.category, parts.subject)},
        {{style.subtitle_pt, paint::Weight::regular, false}, {0x33, 0x33, 0x33}, 1.25, "P"},
        {at.x, at.y + block.height_mm + 0.8}, parts.page.width(), parts.metrics);
    std::move(below.items.begin(), below.items.end(), std::back_inserter(block.items));
    block.height_mm += 0.8 + below.height_mm;
    return block;
}

/// The foot, set so that its last line ends at the lower margin.
Block foot(const Parts& parts) {
    const TextStyle style{
        {parts.style.small_pt, paint::Weight::regular, false}, {0x33, 0x33, 0x33}, 1.3, "P"};
    const auto lines = foot_lines(parts.study, parts.category);
    const double height =
        text_block(lines, style, {0, 0}, parts.page.width(), parts.metrics).height_mm;
    return text_block(lines, style, {parts.page.min_x, parts.page.max_y - height},
                      parts.page.width(), parts.metrics);
}

Places places_of(const Parts& parts, double top, double bottom, double panel_size) {
    Places places;
    places.upright = parts.style.page_height_mm >= parts.style.page_width_mm;
    places.map = {parts.page.min_x, top, parts.page.max_x, bottom};
    places.panel = places.map;
    if (places.upright) {
        places.panel.min_y = bottom - panel_size;
        places.map.max_y = places.panel.min_y - gap_mm;
    } else {
        places.panel.min_x = parts.page.max_x - parts.legend_width;
        places.map.max_x = places.panel.min_x - gap_mm;
    }
    return places;
}

Map draw_map(const Parts& parts, const geo::Box& box) {
    const double inset = parts.style.outline_pt * paint::mm_per_pt;
    const Frame frame(parts.ground.extent(), box.grown(-inset));
    Map map{view_of(parts.ground, frame, box, false), {}};
    map.labelling = label_wards(parts.study, map.view.shapes, box, parts.style, parts.metrics);
    return map;
}

Key key_of(const Study& study, const Labelling& labelling) {
    Key key;
    for (const auto ward : labelling.key) {
        key.numbered.push_back(study.wards.wards[ward].name);
    }
    for (const auto ward : labelling.unplaced) {
        key.unnamed.push_back(study.wards.wards[ward].name);
    }
    key.wards_word = called(study, key.unnamed.size());
    return key;
}

std::string wards_word(const Parts& parts) {
    return called(parts.study, 2);
}

Block legend_at(const Parts& parts, geo::Point at) {
    return legend_block(parts.legend, wards_word(parts), parts.style.legend_pt, at,
                        parts.legend_width, parts.metrics);
}

/// Room for the key: between legend and scale bar beside each other, or below the legend.
KeyBlock key_at(const Parts& parts, const Places& places, const Map& map) {
    const auto key = key_of(parts.study, map.labelling);
    const double size = parts.style.small_pt;
    const auto& panel = places.panel;
    if (places.upright) {
        const double x = panel.min_x + parts.legend_width + 2 * gap_mm;
        return key_block(key, size, {x, panel.min_y}, panel.max_x - x,
                         panel.height() - scale_bar_height_mm - gap_mm, parts.metrics);
    }
    const double y = panel.min_y + legend_at(parts, {0, 0}).height_mm + gap_mm;
    return key_block(key, size, {panel.min_x, y}, panel.width(),
                     panel.max_y - scale_bar_height_mm - gap_mm - y, parts.metrics);
}

/// Takes off the map the numbers that the key has no room to explain.
void drop_unexplained(Labelling& labelling, std::size_t explained) {
    for (std::size_t i = explained; i < labelling.key.size(); ++i) {
        labelling.unplaced.push_back(labelling.key[i]);
    }
    labelling.key.resize(std::min(labelling.key.size(), explained));
    std::erase_if(labelling.labels, [explained](const Label& label) {
        return label.number && *label.number > explained;
    });
}

/// Grows the panel of an upright page until the key fits, to at most a third of the page.
std::pair<Places, Map> arrange(const Parts& parts, double top, double bottom) {
    double size = std::max(legend_at(parts, {0, 0}).height_mm, scale_bar_height_mm + gap_mm);
    const double most = std::max(size, parts.style.page_height_mm / 3);
    while (true) {
        const auto places = places_of(parts, top, bottom, size);
        auto map = draw_map(parts, places.map);
        if (key_at(parts, places, map).complete) return {places, std::move(map)};
        if (!places.upright || size >= most) {
            while (!map.labelling.key.empty() && !key_at(parts, places, map).complete) {
                drop_unexplained(map.labelling, map.labelling.key.size() * 9 / 10);
            }
            return {places, std::move(map)};
        }
        size = std::min(most, size + 8);
    }
}

Findings remarks(const Parts& parts, const Labelling& labelling) {
    if (labelling.unplaced.empty()) return {};
    return {{Severity::note,
             {},
             parts.category.spec.id + ": " +
                 text::counted(labelling.unplaced.size(),
                               parts.study.project.boundaries.called_one + " has",
                               parts.study.project.boundaries.called_many + " have") +
                 " no name on the map for want of room",
             "",
             "use a larger page, or read the names in data/wards.csv",
             ""}};
}

} // namespace

Sheet lay_out_sheet(const Study& study, const CategoryResult& category, const project::Style& style,
                    const paint::TextMetrics& metrics, Subject subject) {
    return lay_out_sheet(study, category, style, metrics, Ground(study.wards), subject);
}

Sheet lay_out_sheet(const Study& study, const CategoryResult& category, const project::Style& style,
                    const paint::TextMetrics& metrics, const Ground& ground, Subject subject) {
    check_legend(category);
    const bool bands = subject == Subject::bands;
    const auto colours = band_colours(category, style);
    Parts parts{study,
                category,
                style,
                metrics,
                subject,
                ground,
                bands ? legend_of(study, category, colours) : reading_legend(study, category),
                bands ? fills_of(category, colours) : reading_fills(category),
                {},
                0};
    parts.page = {style.margin_mm, style.margin_mm, style.page_width_mm - style.margin_mm,
                  style.page_height_mm - style.margin_mm};
    parts.legend_width = legend_width_mm(parts.legend, wards_word(parts), style.legend_pt, metrics);

    auto head = heading(parts);
    auto feet = foot(parts);
    const double top = parts.page.min_y + head.height_mm + gap_mm;
    const double bottom = parts.page.max_y - feet.height_mm - gap_mm;
    const auto [places, map] = arrange(parts, top, bottom);

    Sheet sheet;
    sheet.words = words_of(study, category, subject);
    sheet.findings = remarks(parts, map.labelling);
    auto& scene = sheet.scene;
    scene.width_mm = style.page_width_mm;
    scene.height_mm = style.page_height_mm;
    scene.title = category.spec.title + (bands ? "" : ", hotspot reading") +
                  (study.project.area.empty() ? std::string() : ", " + study.project.area);
    scene.description = sheet.words.description;
    add(scene, std::move(head.items));
    scene.items.emplace_back(paint::FigureBegin{"map", sheet.words.alt});
    add(scene, ward_items(study, category, map.view, parts.fills, style));
    add(scene, reading_outlines(category, map.view.shapes));
    add(scene, label_items(category, map.labelling, parts.fills));
    add(scene, reading_marks(category, map.view.shapes, map.labelling));
    scene.items.emplace_back(paint::FigureEnd{});
    add(scene, legend_at(parts, {places.panel.min_x, places.panel.min_y}).items);
    add(scene, key_at(parts, places, map).block.items);
    add(scene, scale_bar(map.view.frame.mm_per_m(), {places.panel.max_x, places.panel.max_y},
                         scale_bar_mm, style.small_pt, metrics));
    add(scene, std::move(feet.items));
    return sheet;
}

} // namespace wardmap::maps
