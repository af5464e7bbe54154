// SPDX-License-Identifier: MIT
#include "maps/sheets/arrange.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "maps/ground/base_map.h"
#include "maps/picture/picture_items.h"
#include "study/study_area.h"
#include "style/style.h"
#include "words/ward_figures.h"

namespace wardmap::maps {
namespace {

double scale_in(const PictureInputs& inputs, const geo::Box& box) {
    return MapTransform(inputs.ground.extent(), box).mm_per_m();
}

bool overlaps_inset(const Picture& picture, const geo::Box& box) {
    return std::any_of(picture.insets.begin(), picture.insets.end(),
                       [&](const Inset& inset) { return inset.plate.overlaps(box); });
}

Layout beside(const PictureInputs& inputs, const geo::Box& body, const LegendPanel& panel) {
    auto map = body;
    auto at_right = body;
    at_right.min_x = body.max_x - panel.width_mm();
    map.max_x = at_right.min_x - block_gap_mm;
    auto plain = picture_of(inputs, map, {map, {}});
    // Insets may also be in the panel, below the key, which then grows no further.
    auto taken = panel.taken(at_right, {}, KeyPlace::beneath);
    const auto without_bar = [&](const Key& key) {
        return panel.height_mm(key, KeyPlace::beneath, at_right.width());
    };
    auto key = at_right;
    key.max_y = std::min(key.max_y, key.min_y + without_bar(key_of(inputs, plain)));
    taken.push_back(key);
    auto picture = picture_of(inputs, map, {body, taken});
    const bool better =
        use_of(picture.main.view, picture.insets) > use_of(plain.main.view, plain.insets) &&
        without_bar(key_of(inputs, picture)) <= without_bar(key_of(inputs, plain));
    return {at_right, KeyPlace::beneath, better ? std::move(picture) : std::move(plain)};
}

/// The panel below a map.
struct PanelBelow {
    double height_mm = 0;
    const Key& key;
    KeyPlace place = KeyPlace::beside;
    double left_free_mm = 0; // between map and panel, for an inset
};

Layout below(const PictureInputs& inputs, const geo::Box& body, const LegendPanel& panel,
             const PanelBelow& wanted) {
    auto map = body;
    auto under = body;
    under.min_y = body.max_y - wanted.height_mm;
    map.max_y = under.min_y - block_gap_mm - wanted.left_free_mm;
    return {under, wanted.place,
            picture_of(inputs, map, {body, panel.taken(under, wanted.key, wanted.place)})};
}

/// The minimum content of a panel: a few numbers, and a line with the number of unnamed wards.
Key shortest_key(const PictureInputs& inputs) {
    if (!inputs.style.labels) return {};
    constexpr std::size_t too_many_to_name = 13;
    const auto& wards = inputs.study.wards.wards;
    std::vector<std::size_t> order(wards.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto& importance = inputs.importance;
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
        return !importance.empty() && importance[a] > importance[b];
    });
    Key key;
    key.unnamed = std::vector<std::string>(too_many_to_name, "Ward");
    key.wards_word = words::area_noun(inputs.study, 2);
    for (std::size_t i = 0; i < std::min(inputs.least_numbers, order.size()); ++i) {
        key.numbered.push_back(wards[order[i]].name);
    }
    return key;
}

/// The panel below the map grows with the key: as long as the map does not shrink, else to at most
/// two fifths of the page. First without a key, to find the wards that need one.
Layout fit_below(const PictureInputs& inputs, const geo::Box& body, const LegendPanel& panel) {
    const double width = body.width();
    const auto& ground = inputs.ground.extent();
    const double least = panel.height_mm({}, KeyPlace::beneath, width);
    const double map_height = width * ground.height() / std::max(1.0, ground.width());
    const double most =
        std::max({panel.height_mm(shortest_key(inputs), KeyPlace::beneath, width),
                  0.4 * inputs.style.page_height_mm, body.height() - block_gap_mm - map_height});
    auto layout = below(inputs, body, panel, {least, {}, KeyPlace::beside});
    constexpr int most_tries = 3; // a smaller map has more numbers
    for (int tries = 0; tries < most_tries; ++tries) {
        const auto key = key_of(inputs, layout.picture);
        if (is_empty(key)) return layout;
        auto right = layout.panel;
        right.min_x += panel.width_mm();
        const double at_right = overlaps_inset(layout.picture, right)
                                    ? HUGE_VAL
                                    : panel.height_mm(key, KeyPlace::beside, width);
        const double beneath = panel.height_mm(key, KeyPlace::beneath, width);
        const auto place = at_right <= beneath ? KeyPlace::beside : KeyPlace::beneath;
        const double needed = std::min(at_right, beneath);
        const bool fits = needed <= layout.panel.height() + 0.01 && place == layout.key_place;
        if (fits) return layout;
        layout = below(inputs, body, panel, {std::min(most, needed), key, place});
    }
    return layout;
}

/// How well the wards are named, counted in names of wards of ordinary importance: a number counts
/// less than half.
double naming(const PictureInputs& inputs, const Picture& picture) {
    constexpr double number_share = 0.4;
    const auto weights = ward_weights(inputs);
    double names = 0;
    const auto count = [&](const Labelling& labels) {
        for (const auto& label : labels.labels) {
            const double weight = weights.empty() ? 1 : weights[label.request];
            names += weight * (label.number ? number_share : 1);
        }
    };
    count(picture.main.labels);
    for (const auto& inset : picture.inset_views) {
        count(inset.labels);
    }
    return names;
}

/// Tries whether a slightly smaller map leaves space for an inset that names more. A reduction to
/// nine tenths of the scale costs as much as three names in a hundred.
Layout with_room_for_insets(const PictureInputs& inputs, const geo::Box& body,
                            const LegendPanel& panel, Layout first) {
    constexpr std::size_t most_wards = 100; // more cannot all be named in any case
    const std::size_t wards = inputs.study.wards.wards.size();
    const auto scale_of = [](const Layout& layout) {
        return layout.picture.main.view.frame.mm_per_m();
    };
    if (wards > most_wards || inputs.style.insets == 0 || !inputs.style.labels) return first;
    const double scale = scale_of(first);
    const double height = first.panel.height();
    const auto key = key_of(inputs, first.picture);
    auto best = std::move(first);
    double most = naming(inputs, best.picture);
    const bool all_named = key.numbered.empty() && key.unnamed.empty();
    if (all_named) return best;
    constexpr double least_scale = 0.8;
    for (const double left_free : {9.0, 18.0, 27.0}) {
        if (height + left_free > 0.6 * body.height()) break;
        auto layout = below(inputs, body, panel, {height, key, best.key_place, left_free});
        const double share = scale_of(layout) / scale;
        if (share < least_scale) break;
        const auto needed =
            panel.height_mm(key_of(inputs, layout.picture), layout.key_place, body.width());
        const double good =
            naming(inputs, layout.picture) - 0.3 * (1 - share) * static_cast<double>(wards);
        if (good <= most || needed > height + 0.01) continue;
        most = good;
        best = std::move(layout);
    }
    return best;
}

} // namespace

Key key_of(const PictureInputs& inputs, const Picture& picture) {
    const auto& study = inputs.study;
    const auto* const figures = inputs.drawing != nullptr && !inputs.drawing->figures.empty()
                                    ? &inputs.drawing->figures
                                    : nullptr;
    Key key;
    for (const auto ward : picture.key) {
        key.numbered.push_back(study.wards.wards[ward].name);
        if (figures != nullptr) key.figures.push_back(figures->at(ward));
    }
    for (const auto ward : picture.unplaced) {
        key.unnamed.push_back(study.wards.wards[ward].name);
    }
    key.wards_word = words::area_noun(study, 2);
    key.ward_word = words::area_noun(study, 1);
    key.unmarked = unmarked_wards(inputs, picture);
    if (inputs.drawing != nullptr) key.mark_word = inputs.drawing->mark_word;
    return key;
}

RemainingSpace space_left_by(const PictureInputs& inputs, const geo::Box& body,
                             const LegendPanel& panel) {
    const auto key = shortest_key(inputs);
    RemainingSpace left;
    auto above = body;
    above.max_y -= panel.height_mm(key, KeyPlace::beneath, body.width()) + block_gap_mm;
    if (above.height() > body.height() / 3) left.above = above;
    auto beside = body;
    beside.max_x -= panel.width_mm() + block_gap_mm;
    const double height = panel.height_mm(key, KeyPlace::beneath, panel.width_mm());
    if (beside.width() > body.width() / 3 && height <= body.height()) left.beside = beside;
    return left;
}

double scale_share(const PictureInputs& inputs, const geo::Box& body, const RemainingSpace& left) {
    double best = 0;
    if (left.above) best = scale_in(inputs, *left.above);
    if (left.beside) best = std::max(best, scale_in(inputs, *left.beside));
    return best / scale_in(inputs, body);
}

Layout arrange_page(const PictureInputs& inputs, const geo::Box& body, const LegendPanel& panel) {
    const auto left = space_left_by(inputs, body, panel);
    const bool upright = !left.beside || (left.above && scale_in(inputs, *left.above) >=
                                                            0.97 * scale_in(inputs, *left.beside));
    if (!upright) return beside(inputs, body, panel);
    return with_room_for_insets(inputs, body, panel, fit_below(inputs, body, panel));
}

} // namespace wardmap::maps
