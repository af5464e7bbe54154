// SPDX-License-Identifier: MIT
#include "maps/picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "maps/circles.h"
#include "maps/map_items.h"
#include "maps/readings.h"
#include "maps/scale_bar.h"

namespace wardmap::maps {
namespace {

constexpr paint::Colour ink{0x1A, 0x1A, 0x1A};
constexpr double window_pt = 0.9;

void add(std::vector<paint::Item>& items, std::vector<paint::Item> more) {
    std::move(more.begin(), more.end(), std::back_inserter(items));
}

geo::Ring ring_of(const geo::Box& box) {
    return {{box.min_x, box.min_y},
            {box.max_x, box.min_y},
            {box.max_x, box.max_y},
            {box.min_x, box.max_y}};
}

paint::Shape outlined(const geo::Box& box, double width_pt, std::string css) {
    paint::Shape shape;
    shape.rings = {ring_of(box)};
    shape.stroke = paint::Stroke{ink, width_pt, {}};
    shape.css = std::move(css);
    return shape;
}

/// Hides what lies below an inset.
paint::Shape paper_on(const geo::Box& box) {
    paint::Shape shape;
    shape.rings = {ring_of(box)};
    shape.fill = paint::white;
    shape.css = "inset-paper";
    return shape;
}

/// "A", "B"; one inset needs none.
std::string letter_of(std::size_t inset) {
    return std::string(1, static_cast<char>('A' + inset));
}

double letter_mm(const project::Style& style) {
    return 1.5 * style.label_pt * paint::mm_per_pt;
}

/// Where an inset's letter stands at its window: outside the window's upper left corner.
geo::Box letter_box(const geo::Box& window, const project::Style& style) {
    const double size = letter_mm(style);
    return {window.min_x, window.min_y - size, window.min_x + size, window.min_y};
}

/// The same within the inset itself.
geo::Box inset_letter_box(const Inset& inset, const project::Style& style) {
    const double size = letter_mm(style);
    return {inset.box.min_x, inset.box.min_y, inset.box.min_x + size, inset.box.min_y + size};
}

double caption_mm(const project::Style& style) {
    return 2.6 * style.key_size_pt() * paint::mm_per_pt;
}

/// Boxes along the edges of a window, where no name may stand.
std::vector<geo::Box> edges_of(const geo::Box& w) {
    return {{w.min_x, w.min_y, w.max_x, w.min_y},
            {w.min_x, w.max_y, w.max_x, w.max_y},
            {w.min_x, w.min_y, w.min_x, w.max_y},
            {w.max_x, w.min_y, w.max_x, w.max_y}};
}

/// What insets take of the main map: their plates, the edges of their windows, their letters; and
/// the edges of boxes around islands that were moved.
std::vector<geo::Box> taken_by(const Picture& picture, const project::Style& style) {
    std::vector<geo::Box> taken;
    for (const auto& moved : picture.main.view.moved) {
        const auto edges = edges_of(moved);
        taken.insert(taken.end(), edges.begin(), edges.end());
    }
    for (const auto& inset : picture.insets) {
        taken.push_back(inset.plate);
        const auto edges = edges_of(inset.window);
        taken.insert(taken.end(), edges.begin(), edges.end());
        taken.push_back(letter_box(inset.window, style));
    }
    return taken;
}

/// Where an inset's own letter stands in it; one inset has none.
std::vector<geo::Box> letter_of_inset(const Picture& picture, const Inset& inset,
                                      const project::Style& style) {
    if (picture.insets.size() <= 1) return {};
    return {inset_letter_box(inset, style)};
}

struct Fitted {
    View view;
    std::vector<Inset> insets;
};

/// From half for a ward with a low value to 3.5 for a high one with a firm reading.
std::vector<double> inset_weights(const PictureInputs& inputs) {
    auto weights = inputs.importance;
    for (auto& weight : weights) {
        weight += 0.5;
    }
    return weights;
}

/// Tries the map in the middle of its box and, where that leaves room for an inset, at its ends.
Fitted fit(const PictureInputs& inputs, const geo::Box& box, const InsetRoom& room) {
    const double line = inputs.style.outline_pt * paint::mm_per_pt;
    const auto inner = box.grown(-line);
    const auto place = [&](double x, double y) {
        const auto at = fitted(inputs.ground.extent(), inner, x, y);
        return view_of(inputs.ground, Frame(inputs.ground.extent(), at), at, false);
    };
    Fitted best{place(0.5, 0.5), {}};
    if (inputs.style.insets == 0) return best;
    const bool sideways = best.view.box.width() < inner.width() - 1;
    constexpr std::array ways = {0.5, 0.0, 1.0};
    double most = 0;
    const double slack =
        std::max(inner.width() - best.view.box.width(), inner.height() - best.view.box.height());
    for (const double way : ways) {
        if (way != 0.5 && slack < 5) continue;
        auto view = sideways ? place(way, 0.5) : place(0.5, way);
        auto taken = room.taken;
        taken.insert(taken.end(), view.moved.begin(), view.moved.end());
        auto insets = choose_insets(view, room.box, taken,
                                    {static_cast<std::size_t>(inputs.style.insets),
                                     caption_mm(inputs.style), inset_weights(inputs)});
        const double use = use_of(view, insets);
        if (use <= most + 0.5) continue;
        most = use;
        best = {std::move(view), std::move(insets)};
    }
    return best;
}

Labelling label(const PictureInputs& inputs, const View& view, const std::vector<bool>& wanted,
                LabelOptions options) {
    options.size_pt = inputs.style.label_pt;
    options.min_size_pt = inputs.style.label_min_pt;
    const double outline_mm = inputs.outline_pt * paint::mm_per_pt;
    options.least_margin_mm = std::max(options.least_margin_mm, outline_mm / 2 + 0.15);
    for (const auto& circle : circles_in(view, inputs.radii)) {
        options.discs.push_back({circle.ward, circle.centre, circle.radius_mm});
    }
    return label_wards(inputs.study, view.shapes, wanted, inputs.importance, options,
                       inputs.metrics);
}

void take_account(Picture& picture, const Labelling& labels) {
    picture.key.insert(picture.key.end(), labels.key.begin(), labels.key.end());
    picture.unplaced.insert(picture.unplaced.end(), labels.unplaced.begin(), labels.unplaced.end());
}

/// Which wards an inset shows whole, and which no inset does.
std::vector<bool> shown_in(const std::vector<Inset>& insets, std::size_t wards) {
    std::vector<bool> shown(wards, false);
    for (const auto& inset : insets) {
        for (const auto ward : inset.wards) {
            shown[ward] = true;
        }
    }
    return shown;
}

/// Where the names of places and sites may stand, once the wards have theirs.
ContextRoom room_left(const LabelOptions& options, const Labelling& labels) {
    ContextRoom room{options.frame, options.obstacles, {}};
    for (const auto& label : labels.labels) {
        room.taken.push_back(label.box);
        if (!label.leader) continue;
        const auto& [from, to] = *label.leader;
        constexpr int steps = 12;
        for (int i = 0; i <= steps; ++i) {
            const double t = static_cast<double>(i) / steps;
            const geo::Point p{from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
            room.taken.push_back({p.x, p.y, p.x, p.y});
        }
    }
    return room;
}

/// Insets first: where the key has no room for all numbers, theirs are explained.
void label_insets(const PictureInputs& inputs, Picture& picture) {
    for (std::size_t i = 0; i < picture.insets.size(); ++i) {
        auto& here = picture.inset_views[i];
        LabelOptions options;
        options.frame = here.view.box.grown(-0.5);
        options.first_number = picture.key.size() + 1;
        for (const auto& letter : letter_of_inset(picture, picture.insets[i], inputs.style)) {
            options.obstacles.push_back(letter);
        }
        const auto wanted = shown_in({picture.insets[i]}, here.view.shapes.size());
        for (const auto& marker : marker_boxes(here.view, inputs.style)) {
            options.obstacles.push_back(marker);
        }
        here.labels = label(inputs, here.view, wanted, options);
        here.context =
            context_names(here.view, room_left(options, here.labels), inputs.style, inputs.metrics);
        take_account(picture, here.labels);
    }
}

void label_main(const PictureInputs& inputs, const geo::Box& box, Picture& picture) {
    LabelOptions options;
    options.frame = box;
    options.first_number = picture.key.size() + 1;
    for (const auto& box_taken : taken_by(picture, inputs.style)) {
        options.obstacles.push_back(box_taken);
    }
    auto wanted = shown_in(picture.insets, picture.main.view.shapes.size());
    wanted.flip();
    for (const auto& marker : marker_boxes(picture.main.view, inputs.style)) {
        options.obstacles.push_back(marker);
    }
    auto& main = picture.main;
    main.labels = label(inputs, main.view, wanted, options);
    auto room = room_left(options, main.labels);
    room.frame = main.view.box;
    for (const auto& inset : picture.insets) {
        room.elsewhere.push_back(inset.window);
    }
    main.context = context_names(main.view, room, inputs.style, inputs.metrics);
    take_account(picture, main.labels);
}

void add_letter(std::vector<paint::Item>& items, const geo::Box& box, std::size_t inset,
                const project::Style& style) {
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

/// The line below an inset: how much larger it is, and its own scale bar.
void add_caption(std::vector<paint::Item>& items, const Inset& inset, const View& view,
                 const PictureInputs& inputs) {
    const double size = inputs.style.key_size_pt();
    const double em = size * paint::mm_per_pt;
    paint::Text text;
    text.text = text::number(inset.times, std::fmod(inset.times, 1) == 0 ? 0 : 1) + "\u00D7";
    text.font.size_pt = size;
    text.colour = ink;
    text.at = {inset.plate.min_x + 1, inset.plate.max_y - 0.3 * em};
    items.emplace_back(std::move(text));
    if (!inputs.style.scale_bar) return;
    add(items, scale_bar(view.frame.mm_per_m(), {inset.plate.max_x, inset.plate.max_y - 0.2},
                         std::min(25.0, 0.45 * inset.box.width()), size, inputs.metrics));
}

/// What lies below the wards: areas around, over them the wards of the ring, then what else is
/// drawn below.
std::vector<paint::Item> ground_items(const View& view, const project::Style& style) {
    auto items = context_items(view, Depth::around, style);
    add(items, around_items(view));
    add(items, context_items(view, Depth::below, style));
    return items;
}

/// Names of places and sites, with their markers.
std::vector<geo::Box> names_of(const LabelledView& panel, const project::Style& style) {
    auto boxes = marker_boxes(panel.view, style);
    for (const auto& name : panel.context.placed) {
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

Picture picture_of(const PictureInputs& inputs, const geo::Box& box, const InsetRoom& room) {
    auto fitting = fit(inputs, box, room);
    Picture picture{{std::move(fitting.view), {}, {}}, std::move(fitting.insets), {}, {}, {}};
    for (const auto& inset : picture.insets) {
        const auto ground = picture.main.view.frame.to_ground(inset.window);
        picture.inset_views.push_back(
            {view_of(inputs.ground, Frame(ground, inset.box), inset.box, true), {}, {}});
    }
    if (inputs.style.labels) {
        label_insets(inputs, picture);
        label_main(inputs, box, picture);
    }
    return picture;
}

std::size_t nameless_sites(const Picture& picture) {
    std::size_t n = picture.main.context.left_out;
    for (const auto& panel : picture.inset_views) {
        n += panel.context.left_out;
    }
    return n;
}

std::vector<paint::Item> picture_items(const PictureInputs& inputs, const Drawing& drawing,
                                       const Picture& picture) {
    std::vector<paint::Item> items;
    const auto draw = [&](const LabelledView& panel, const std::string& id_prefix,
                          const std::vector<bool>& marked, const std::vector<geo::Box>& taken) {
        add(items, ground_items(panel.view, inputs.style));
        add(items, ward_items(inputs.study, drawing.said, panel.view, drawing.fills, inputs.style,
                              id_prefix));
        add(items, context_items(panel.view, Depth::above, inputs.style));
        for (const auto& overlay : drawing.overlays) {
            add(items, overlay(panel.view));
        }
        for (const auto& name : panel.context.placed) {
            items.emplace_back(name.text);
        }
        add(items, label_items(drawing.italic, panel.labels, drawing.fills, drawing.disc));
        add(items, marks_of(inputs, drawing, panel, marked, taken).items);
    };
    draw(picture.main, "ward-", marked_in_main(picture), taken_by(picture, inputs.style));
    for (std::size_t i = 0; i < picture.insets.size(); ++i) {
        items.emplace_back(outlined(picture.insets[i].window, window_pt, "inset-window"));
        if (picture.insets.size() > 1) {
            add_letter(items, letter_box(picture.insets[i].window, inputs.style), i, inputs.style);
        }
    }
    for (std::size_t i = 0; i < picture.insets.size(); ++i) {
        const auto& inset = picture.insets[i];
        const auto letter = letter_of(i);
        if (!picture.main.view.layers.empty()) items.emplace_back(paper_on(inset.plate));
        draw(picture.inset_views[i], fmt::format("inset-{}-", letter),
             shown_in({inset}, picture.main.view.shapes.size()),
             letter_of_inset(picture, inset, inputs.style));
        items.emplace_back(outlined(inset.box, window_pt, "inset-frame"));
        add_caption(items, inset, picture.inset_views[i].view, inputs);
        if (picture.insets.size() > 1) {
            add_letter(items, inset_letter_box(inset, inputs.style), i, inputs.style);
        }
    }
    return items;
}

} // namespace wardmap::maps
