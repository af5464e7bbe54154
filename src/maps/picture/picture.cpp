// SPDX-License-Identifier: MIT
#include "maps/picture/picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "maps/ground/base_map.h"
#include "maps/labels/label_wards.h"
#include "maps/picture/inset_frames.h"
#include "maps/symbols/circles.h"
#include "maps/symbols/context_symbols.h"
#include "study/study_area.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

double caption_mm(const style::Style& style) {
    return 2.6 * style.key_size_pt() * paint::mm_per_pt;
}

struct Fitted {
    View view;
    std::vector<Inset> insets;
};

/// Tries the map in the middle of its box and, if that leaves space for an inset, at its ends.
Fitted fit(const PictureInputs& inputs, const geo::Box& box, const InsetRoom& room) {
    const double line = inputs.style.outline_pt * paint::mm_per_pt;
    const auto inner = box.grown(-line);
    const auto place = [&](double x, double y) {
        const auto at = fitted(inputs.ground.extent(), inner, x, y);
        return view_of(inputs.ground, MapTransform(inputs.ground.extent(), at), at, false);
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
                                     caption_mm(inputs.style), ward_weights(inputs)});
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
    return label_wards(inputs.study, {view.shapes, wanted, inputs.importance}, options,
                       inputs.metrics);
}

void take_account(Picture& picture, const Labelling& labels) {
    picture.key.insert(picture.key.end(), labels.key.begin(), labels.key.end());
    picture.unplaced.insert(picture.unplaced.end(), labels.unplaced.begin(), labels.unplaced.end());
}

/// The space left for names of places and sites after the wards' names.
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

/// Insets first, so that their numbers are explained if the key cannot hold all.
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
    main.districts = district_names(main.view, inputs.ground.districts(), options.obstacles,
                                    inputs.style, inputs.metrics);
    for (const auto& name : main.districts) {
        options.obstacles.push_back(name.box);
    }
    main.labels = label(inputs, main.view, wanted, options);
    auto room = room_left(options, main.labels);
    room.frame = main.view.box;
    for (const auto& inset : picture.insets) {
        room.elsewhere.push_back(inset.window);
    }
    main.context = context_names(main.view, room, inputs.style, inputs.metrics);
    take_account(picture, main.labels);
}

} // namespace

std::vector<double> ward_weights(const PictureInputs& inputs) {
    auto weights = inputs.importance;
    for (auto& weight : weights) {
        weight += 0.5;
    }
    return weights;
}

Picture picture_of(const PictureInputs& inputs, const geo::Box& box, const InsetRoom& room) {
    auto fitting = fit(inputs, box, room);
    Picture picture{{std::move(fitting.view), {}, {}}, std::move(fitting.insets), {}, {}, {}};
    for (const auto& inset : picture.insets) {
        const auto ground = picture.main.view.frame.to_ground(inset.window);
        picture.inset_views.push_back(
            {view_of(inputs.ground, MapTransform(ground, inset.box), inset.box, true), {}, {}});
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

void drop_unexplained(Picture& picture, std::size_t explained,
                      const std::vector<double>& importance) {
    const auto former = std::move(picture.key);
    picture.key.clear();
    std::vector<std::size_t> order(former.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return !importance.empty() && importance[former[a]] > importance[former[b]];
    });
    std::map<std::size_t, std::size_t> number; // former -> new
    for (const auto i : order) {
        const bool kept = picture.key.size() < explained;
        (kept ? picture.key : picture.unplaced).push_back(former[i]);
        if (kept) number[i + 1] = picture.key.size();
    }
    const auto renumber = [&number](Labelling& labels) {
        std::erase_if(labels.labels, [&](const Label& label) {
            return label.number && !number.contains(*label.number);
        });
        for (auto& label : labels.labels) {
            if (!label.number) continue;
            label.number = number.at(*label.number);
            label.lines.front().text = std::to_string(*label.number);
        }
    };
    renumber(picture.main.labels);
    for (auto& panel : picture.inset_views) {
        renumber(panel.labels);
    }
}

} // namespace wardmap::maps
