// SPDX-License-Identifier: MIT
#include "maps/picture/picture_items.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/text.h"
#include "geo/clip.h"
#include "maps/ground/base_map.h"
#include "maps/ground/districts.h"
#include "maps/labels/label_wards.h"
#include "maps/picture/inset_frames.h"
#include "maps/picture/ward_items.h"
#include "maps/symbols/context_symbols.h"
#include "maps/symbols/scale_bar.h"
#include "maps/symbols/strokes.h"
#include "study/study_area.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

constexpr paint::Colour ink{0x1A, 0x1A, 0x1A};
constexpr double window_pt = 0.9;

void add(std::vector<paint::Item>& items, std::vector<paint::Item> more) {
    std::move(more.begin(), more.end(), std::back_inserter(items));
}

paint::Shape outlined(const geo::Box& box, double width_pt, std::string css) {
    paint::Shape shape;
    shape.rings = {geo::ring_of(box)};
    shape.stroke = paint::Stroke{ink, width_pt, {}};
    shape.css = std::move(css);
    return shape;
}

/// Hides the map below an inset.
paint::Shape paper_on(const geo::Box& box) {
    paint::Shape shape;
    shape.rings = {geo::ring_of(box)};
    shape.fill = paint::white;
    shape.css = "inset-paper";
    return shape;
}

/// "A", "B"; one inset needs none.
std::string letter_of(std::size_t inset) {
    return std::string(1, static_cast<char>('A' + inset));
}

void add_letter(std::vector<paint::Item>& items, const geo::Box& box, std::size_t inset,
                const style::Style& style) {
    auto plate = outlined(box, window_pt, "inset-letter");
    plate.fill = paint::white;
    items.emplace_back(std::move(plate));
    paint::Text text;
    text.text = letter_of(inset);
    text.font = {style.label_pt, paint::Weight::bold, false};
    text.align = paint::Align::centre;
    text.colour = ink;
    const auto middle = box.centre();
    text.at = {middle.x, middle.y + 0.36 * style.label_pt * paint::mm_per_pt};
    items.emplace_back(std::move(text));
}

/// The line below an inset: its magnification and scale bar.
void add_caption(std::vector<paint::Item>& items, const Inset& inset, const View& view,
                 const PictureInputs& inputs) {
    const double size = inputs.style.key_size_pt();
    const double em = size * paint::mm_per_pt;
    paint::Text text;
    text.text = text::number(inset.times, std::fmod(inset.times, 1) == 0 ? 0 : 1) + "\u00D7";
    text.font.size_pt = size;
    const auto place = main_district(view, inputs.ground.districts());
    const auto with_place = place + ", " + text.text;
    const double room = 0.5 * inset.box.width();
    if (!place.empty() && inputs.metrics.measure(with_place, text.font).width_mm <= room) {
        text.text = with_place;
    }
    text.colour = ink;
    text.at = {inset.plate.min_x + 1, inset.plate.max_y - 0.3 * em};
    items.emplace_back(std::move(text));
    if (!inputs.style.scale_bar) return;
    add(items, scale_bar(view.frame.mm_per_m(), {inset.plate.max_x, inset.plate.max_y - 0.2},
                         std::min(25.0, 0.45 * inset.box.width()), size, inputs.metrics));
}

/// Lines between districts, heavier than those between wards; thin where districts are small.
std::vector<paint::Item> district_items(const PictureInputs& inputs, const View& view) {
    constexpr paint::Colour grey{0x40, 0x40, 0x40};
    constexpr double full_pt = 0.55;
    constexpr double thin_pt = 0.35;
    constexpr double large_mm2 = 150; // the mean district
    const auto& districts = inputs.ground.districts();
    auto lines = district_lines(view, districts);
    if (lines.empty()) return {};
    double area = 0;
    for (const auto& shape : view.shapes) {
        area += geo::area(shape);
    }
    const bool large = area >= large_mm2 * static_cast<double>(districts.names.size());
    std::vector<paint::Item> items;
    items.emplace_back(lines_of(std::move(lines), grey, large ? full_pt : thin_pt, "districts"));
    return items;
}

/// Items below the wards: surrounding areas, then the wards of the ring, then other layers.
std::vector<paint::Item> ground_items(const View& view, const style::Style& style) {
    auto items = context_items(view, Depth::around, style);
    add(items, around_items(view));
    add(items, context_items(view, Depth::below, style));
    return items;
}

/// Names of places and sites, with their markers.
std::vector<geo::Box> names_of(const LabelledView& panel, const style::Style& style) {
    auto boxes = marker_boxes(panel.view, style);
    for (const auto& name : panel.context.placed) {
        boxes.push_back(name.box);
    }
    for (const auto& name : panel.districts) {
        boxes.push_back(name.box);
    }
    return boxes;
}

Marked marks_of(const PictureInputs& inputs, const Drawing& drawing, const LabelledView& panel,
                const std::vector<bool>& marked, const std::vector<geo::Box>& taken) {
    if (!drawing.marks) return {};
    auto others = names_of(panel, inputs.style);
    others.insert(others.end(), taken.begin(), taken.end());
    return drawing.marks(panel, marked, others);
}

/// The wards that no inset shows whole.
std::vector<bool> marked_in_main(const Picture& picture) {
    auto in_main = shown_in(picture.insets, picture.main.view.shapes.size());
    in_main.flip();
    return in_main;
}

/// One view, the main one or an inset, in layers.
std::vector<paint::Item> panel_items(const PictureInputs& inputs, const Drawing& drawing,
                                     const LabelledView& panel, const std::vector<bool>& marked,
                                     const std::vector<geo::Box>& taken) {
    const auto& style = inputs.style;
    const auto& view = panel.view;
    std::vector<paint::Item> items;
    add(items, layer("around", "Surroundings", ground_items(view, style)));
    add(items,
        layer("wards", "Wards",
              ward_shapes(inputs.study, {drawing.fills, drawing.texts, "ward-"}, view, style)));
    add(items, layer("borders", "Borders", ward_borders(view, drawing.fills, style)));
    add(items, layer("districts", "Districts", district_items(inputs, view)));
    add(items, layer("context", "Orientation", context_items(view, Depth::above, style)));
    std::vector<paint::Item> over;
    for (const auto& overlay : drawing.overlays) {
        add(over, overlay(view));
    }
    add(items, layer("overlays", "Circles and outlines", std::move(over)));
    std::vector<paint::Item> names;
    for (const auto& district : panel.districts) {
        std::copy(district.lines.begin(), district.lines.end(), std::back_inserter(names));
    }
    for (const auto& name : panel.context.placed) {
        names.emplace_back(name.text);
    }
    add(names, label_items(drawing.italic, panel.labels, drawing.fills, drawing.disc));
    add(items, layer("names", "Names", std::move(names)));
    add(items, layer("marks", "Marks", marks_of(inputs, drawing, panel, marked, taken).items));
    return items;
}

/// Inset number `i` with its frame, caption and letter.
std::vector<paint::Item> inset_items(const PictureInputs& inputs, const Drawing& drawing,
                                     const Picture& picture, std::size_t i) {
    const auto& inset = picture.insets[i];
    std::vector<paint::Item> items;
    if (!picture.main.view.layers.empty()) items.emplace_back(paper_on(inset.plate));
    add(items, panel_items(inputs, drawing, picture.inset_views[i],
                           shown_in({inset}, picture.main.view.shapes.size()),
                           letter_of_inset(picture, inset, inputs.style)));
    items.emplace_back(outlined(inset.box, window_pt, "inset-frame"));
    add_caption(items, inset, picture.inset_views[i].view, inputs);
    if (picture.insets.size() > 1) {
        add_letter(items, inset_letter_box(inset, inputs.style), i, inputs.style);
    }
    const auto letter = letter_of(i);
    return layer("inset-" + letter, "Inset " + letter,
                 with_ids_after("inset-" + letter + "-", std::move(items)));
}

} // namespace

std::size_t unmarked_wards(const PictureInputs& inputs, const Picture& picture) {
    if (inputs.drawing == nullptr) return 0;
    const auto& drawing = *inputs.drawing;
    auto n = marks_of(inputs, drawing, picture.main, marked_in_main(picture),
                      taken_by(picture, inputs.style))
                 .without_room;
    for (std::size_t i = 0; i < picture.insets.size(); ++i) {
        n += marks_of(inputs, drawing, picture.inset_views[i],
                      shown_in({picture.insets[i]}, picture.main.view.shapes.size()),
                      letter_of_inset(picture, picture.insets[i], inputs.style))
                 .without_room;
    }
    return n;
}

std::vector<paint::Item> picture_items(const PictureInputs& inputs, const Drawing& drawing,
                                       const Picture& picture) {
    auto items = panel_items(inputs, drawing, picture.main, marked_in_main(picture),
                             taken_by(picture, inputs.style));
    std::vector<paint::Item> windows;
    for (std::size_t i = 0; i < picture.insets.size(); ++i) {
        windows.emplace_back(outlined(picture.insets[i].window, window_pt, "inset-window"));
        if (picture.insets.size() > 1) {
            add_letter(windows, letter_box(picture.insets[i].window, inputs.style), i,
                       inputs.style);
        }
    }
    add(items, layer("windows", "Where the insets are", std::move(windows)));
    for (std::size_t i = 0; i < picture.insets.size(); ++i) {
        add(items, inset_items(inputs, drawing, picture, i));
    }
    return items;
}

} // namespace wardmap::maps
