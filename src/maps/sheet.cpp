// SPDX-License-Identifier: MIT
#include "maps/sheet.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <numeric>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "maps/blocks.h"
#include "maps/importance.h"
#include "maps/legend.h"
#include "maps/legend_panel.h"
#include "maps/picture.h"
#include "maps/readings.h"
#include "maps/theme.h"
#include "maps/tiles.h"
#include "maps/words.h"

namespace wardmap::maps {
namespace {

constexpr double gap_mm = 5;

/// What is laid out and does not change while the blocks find their sizes.
struct Parts {
    PictureInputs inputs;
    const CategoryResult& category;
    Subject subject;
    Theme theme;
    geo::Box page;                 // within the margins
    std::size_t least_numbers = 0; // that the key has to have room for
};

/// The blocks in their places. The panel stands below the map or at its right.
struct Layout {
    geo::Box panel;
    KeyPlace key_place = KeyPlace::beside;
    Picture picture;
};

void add(paint::Scene& scene, std::vector<paint::Item> items) {
    std::move(items.begin(), items.end(), std::back_inserter(scene.items));
}

Block heading(const Parts& parts) {
    const auto& style = parts.inputs.style;
    if (!style.title) return {};
    const auto& metrics = parts.inputs.metrics;
    const geo::Point at{parts.page.min_x, parts.page.min_y};
    auto block = text_block({parts.category.spec.title},
                            {{style.title_pt, paint::Weight::bold, false}, paint::black, 1.2, "H1"},
                            at, parts.page.width(), metrics);
    auto below = text_block(
        {subtitle(parts.inputs.study, parts.category, parts.subject)},
        {{style.subtitle_pt, paint::Weight::regular, false}, {0x33, 0x33, 0x33}, 1.25, "P"},
        {at.x, at.y + block.height_mm + 0.8}, parts.page.width(), metrics);
    std::move(below.items.begin(), below.items.end(), std::back_inserter(block.items));
    block.height_mm += 0.8 + below.height_mm;
    return block;
}

/// The foot, set so that its last line ends at the lower margin.
Block foot(const Parts& parts) {
    if (!parts.inputs.style.source) return {};
    const TextStyle style{
        {parts.inputs.style.small_pt, paint::Weight::regular, false}, {0x33, 0x33, 0x33}, 1.3, "P"};
    const auto lines = foot_lines(parts.inputs.study, parts.category, parts.subject);
    const auto set = [&](geo::Point at) {
        return text_block(lines, style, at, parts.page.width(), parts.inputs.metrics);
    };
    return set({parts.page.min_x, parts.page.max_y - set({0, 0}).height_mm});
}

Key key_of(const Study& study, const Picture& picture) {
    Key key;
    for (const auto ward : picture.key) {
        key.numbered.push_back(study.wards.wards[ward].name);
    }
    for (const auto ward : picture.unplaced) {
        key.unnamed.push_back(study.wards.wards[ward].name);
    }
    key.wards_word = called(study, key.unnamed.size());
    return key;
}

double scale_in(const Parts& parts, const geo::Box& box) {
    return Frame(parts.inputs.ground.extent(), box).mm_per_m();
}

bool overlaps_inset(const Picture& picture, const geo::Box& box) {
    return std::any_of(picture.insets.begin(), picture.insets.end(),
                       [&](const Inset& inset) { return inset.plate.overlaps(box); });
}

Layout beside(const Parts& parts, const geo::Box& body, const LegendPanel& panel) {
    auto map = body;
    auto at_right = body;
    at_right.min_x = body.max_x - panel.width_mm();
    map.max_x = at_right.min_x - gap_mm;
    const auto& study = parts.inputs.study;
    auto plain = picture_of(parts.inputs, map, {map, {}});
    // Insets may stand in the panel too, below the key: it grows no longer for them.
    auto taken = panel.taken(at_right, {}, KeyPlace::beneath);
    const auto without_bar = [&](const Key& key) {
        return panel.height_mm(key, KeyPlace::beneath, at_right.width());
    };
    auto key = at_right;
    key.max_y = std::min(key.max_y, key.min_y + without_bar(key_of(study, plain)));
    taken.push_back(key);
    auto picture = picture_of(parts.inputs, map, {body, taken});
    const bool better =
        use_of(picture.main.view, picture.insets) > use_of(plain.main.view, plain.insets) &&
        without_bar(key_of(study, picture)) <= without_bar(key_of(study, plain));
    return {at_right, KeyPlace::beneath, better ? std::move(picture) : std::move(plain)};
}

Layout below(const Parts& parts, const geo::Box& body, const LegendPanel& panel, double height,
             const Key& key, KeyPlace place) {
    auto map = body;
    auto under = body;
    under.min_y = body.max_y - height;
    map.max_y = under.min_y - gap_mm;
    return {under, place, picture_of(parts.inputs, map, {body, panel.taken(under, key, place)})};
}

/// The least that a panel has to hold: a few numbers, and a line that says how many wards have no
/// name.
Key shortest_key(const Parts& parts) {
    if (!parts.inputs.style.labels) return {};
    constexpr std::size_t too_many_to_name = 13;
    const auto& wards = parts.inputs.study.wards.wards;
    std::vector<std::size_t> order(wards.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto& importance = parts.inputs.importance;
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return importance[a] > importance[b]; });
    Key key{{}, std::vector<std::string>(too_many_to_name, "Ward"), called(parts.inputs.study, 2)};
    for (std::size_t i = 0; i < std::min(parts.least_numbers, order.size()); ++i) {
        key.numbered.push_back(wards[order[i]].name);
    }
    return key;
}

/// The height of the panel below the map grows with the key: as long as the map is no smaller for
/// it, else to at most two fifths of the page. First without a key, to see which wards need one.
Layout grown_below(const Parts& parts, const geo::Box& body, const LegendPanel& panel) {
    const double width = body.width();
    const auto& ground = parts.inputs.ground.extent();
    const double least = panel.height_mm({}, KeyPlace::beneath, width);
    const double map_height = width * ground.height() / std::max(1.0, ground.width());
    const double most =
        std::max({panel.height_mm(shortest_key(parts), KeyPlace::beneath, width),
                  0.4 * parts.inputs.style.page_height_mm, body.height() - gap_mm - map_height});
    auto layout = below(parts, body, panel, least, {}, KeyPlace::beside);
    constexpr int most_tries = 3; // a smaller map has more numbers
    for (int tries = 0; tries < most_tries; ++tries) {
        const auto key = key_of(parts.inputs.study, layout.picture);
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
        layout = below(parts, body, panel, std::min(most, needed), key, place);
    }
    return layout;
}

/// What a panel with the shortest key leaves of the body, above it and at its left; nothing where
/// the panel has no room there, or the map would get less than a third.
struct Left {
    std::optional<geo::Box> above;
    std::optional<geo::Box> beside;
};

Left left_by(const Parts& parts, const geo::Box& body, const LegendPanel& panel) {
    const auto key = shortest_key(parts);
    Left left;
    auto above = body;
    above.max_y -= panel.height_mm(key, KeyPlace::beneath, body.width()) + gap_mm;
    if (above.height() > body.height() / 3) left.above = above;
    auto beside = body;
    beside.max_x -= panel.width_mm() + gap_mm;
    const double height = panel.height_mm(key, KeyPlace::beneath, panel.width_mm());
    if (beside.width() > body.width() / 3 && height <= body.height()) left.beside = beside;
    return left;
}

/// Below the map or beside it, whichever leaves the larger map.
Layout arranged(const Parts& parts, const geo::Box& body, const LegendPanel& panel) {
    const auto left = left_by(parts, body, panel);
    const bool upright = !left.beside || (left.above && scale_in(parts, *left.above) >=
                                                            0.97 * scale_in(parts, *left.beside));
    return upright ? grown_below(parts, body, panel) : beside(parts, body, panel);
}

/// The panel, with no number on the map that its key does not explain.
std::vector<paint::Item> explained(const Parts& parts, const LegendPanel& panel, Layout& layout) {
    const auto lay = [&](const Picture& picture) {
        return panel.lay(layout.panel, key_of(parts.inputs.study, picture), layout.key_place,
                         picture.main.view.frame.mm_per_m());
    };
    const auto whole = std::move(layout.picture);
    auto most = whole.key.size();
    while (true) {
        layout.picture = whole;
        drop_unexplained(layout.picture, most, parts.inputs.importance);
        auto laid = lay(layout.picture);
        if (laid.explained >= most) return std::move(laid.items);
        // The fewer numbers, the less room each needs: a little more than this may fit.
        most = std::min(most - 1, laid.explained + 8);
    }
}

Findings remarks(const Parts& parts, const Picture& picture) {
    if (picture.unplaced.empty()) return {};
    const auto& boundaries = parts.inputs.study.project.boundaries;
    return {{Severity::note,
             {},
             parts.category.spec.id + ": " +
                 text::counted(picture.unplaced.size(), boundaries.called_one + " has",
                               boundaries.called_many + " have") +
                 " no name on the map for want of room",
             "",
             "use a larger page, or read the names in data/wards.csv",
             ""}};
}

Parts parts_of(PictureInputs inputs, const CategoryResult& category, Subject subject) {
    const double map_mm = std::min(inputs.style.page_width_mm, inputs.style.page_height_mm) -
                          2 * inputs.style.margin_mm;
    auto theme = theme_of(inputs.study, category, inputs.style, map_mm);
    if (subject == Subject::reading) {
        theme = {reading_legend(inputs.study, category), reading_fills(category), {}, {}};
    }
    inputs.radii = theme.radii;
    inputs.importance = importance_of(category);
    const auto& style = inputs.style;
    return {std::move(inputs),
            category,
            subject,
            std::move(theme),
            {style.margin_mm, style.margin_mm, style.page_width_mm - style.margin_mm,
             style.page_height_mm - style.margin_mm}};
}

Sheet empty_sheet(const Study& study, const CategoryResult& category, const project::Style& style,
                  Subject subject) {
    Sheet sheet;
    sheet.words = words_of(study, category, subject);
    sheet.scene.width_mm = style.page_width_mm;
    sheet.scene.height_mm = style.page_height_mm;
    sheet.scene.title = category.spec.title +
                        (subject == Subject::bands ? "" : ", hotspot reading") +
                        (study.project.area.empty() ? std::string() : ", " + study.project.area);
    sheet.scene.description = sheet.words.description;
    return sheet;
}

/// The page between heading and foot.
geo::Box body_of(const Parts& parts, const Block& head, const Block& feet) {
    auto body = parts.page;
    if (head.height_mm > 0) body.min_y += head.height_mm + gap_mm;
    if (feet.height_mm > 0) body.max_y -= feet.height_mm + gap_mm;
    return body;
}

/// Numbers in the key and sizes of type to try: rather smaller type than no numbers.
std::vector<std::pair<std::size_t, double>> attempts() {
    std::vector<std::pair<std::size_t, double>> all;
    for (const std::size_t numbers : {4, 0}) {
        for (double shrunk = 1; shrunk > 0.4; shrunk -= 0.05) {
            all.emplace_back(numbers, shrunk);
        }
    }
    return all;
}

/// The style, with smaller type in legend and foot where the page has no room for them beside a
/// map, and how many numbers the key has room for at the least.
std::pair<project::Style, std::size_t> fitting(const PictureInputs& inputs,
                                               const CategoryResult& category, Subject subject) {
    constexpr double least_legend_pt = 6;
    constexpr double least_small_pt = 6;
    for (const auto& [numbers, shrunk] : attempts()) {
        auto style = inputs.style;
        style.legend_pt =
            std::max(std::min(least_legend_pt, style.legend_pt), shrunk * style.legend_pt);
        style.small_pt =
            std::max(std::min(least_small_pt, style.small_pt), shrunk * style.small_pt);
        auto parts =
            parts_of({inputs.study, inputs.ground, style, inputs.metrics, {}}, category, subject);
        parts.least_numbers = numbers;
        const LegendPanel panel(parts.theme.legend, called(inputs.study, 2), style, inputs.metrics);
        const auto left = left_by(parts, body_of(parts, heading(parts), foot(parts)), panel);
        if (left.above || left.beside) return {style, numbers};
    }
    throw InputError(
        Finding{Severity::error,
                {},
                fmt::format("{}: a page of {} x {} mm has no room for map and legend",
                            category.spec.id, text::exact(inputs.style.page_width_mm),
                            text::exact(inputs.style.page_height_mm)),
                "a larger page",
                "another size under [page] of the style, or legend = false under [furniture]",
                ""});
}

Sheet lay_out_on(const Study& study, const CategoryResult& category, const project::Style& wanted,
                 const paint::TextMetrics& metrics, const Ground& ground, Subject subject) {
    check_legend(category);
    const auto [style, numbers] = fitting({study, ground, wanted, metrics, {}}, category, subject);
    auto parts = parts_of({study, ground, style, metrics, {}}, category, subject);
    parts.least_numbers = numbers;
    const LegendPanel panel(parts.theme.legend, called(study, 2), style, metrics);
    auto head = heading(parts);
    auto feet = foot(parts);
    const auto body = body_of(parts, head, feet);
    auto layout = arranged(parts, body, panel);
    auto panel_items = explained(parts, panel, layout);

    Sheet sheet = empty_sheet(study, category, style, subject);
    sheet.findings = remarks(parts, layout.picture);
    auto& scene = sheet.scene;
    add(scene, std::move(head.items));
    scene.items.emplace_back(paint::FigureBegin{"map", sheet.words.alt});
    auto overlays = overlays_of(parts.theme);
    overlays.insert(overlays.begin(),
                    [&](const View& view) { return reading_outlines(category, view.shapes); });
    add(scene, picture_items(parts.inputs, category, layout.picture, parts.theme.fills, overlays));
    scene.items.emplace_back(paint::FigureEnd{});
    add(scene, std::move(panel_items));
    add(scene, std::move(feet.items));
    return sheet;
}

void refuse_too_many_tiles(const Study& study, const CategoryResult& category) {
    if (study.wards.wards.size() <= most_tiles) return;
    throw InputError(Finding{Severity::error,
                             {},
                             category.spec.id + ": tiles of " +
                                 text::counted(study.wards.wards.size(), "area") +
                                 " would be too small to find",
                             "at most 600 areas",
                             "map = \"shaded\"",
                             ""});
}

} // namespace

Sheet lay_out_sheet(const Study& study, const CategoryResult& category, const project::Style& style,
                    const paint::TextMetrics& metrics, Subject subject) {
    return lay_out_sheet(study, category, style, metrics, Ground(study), subject);
}

Sheet lay_out_sheet(const Study& study, const CategoryResult& category, const project::Style& style,
                    const paint::TextMetrics& metrics, const Ground& ground, Subject subject) {
    if (category.spec.map != project::MapKind::tiles) {
        return lay_out_on(study, category, style, metrics, ground, subject);
    }
    refuse_too_many_tiles(study, category);
    auto plain = style;
    plain.scale_bar = false; // distances mean nothing
    plain.north_arrow = false;
    plain.insets = 0;
    return lay_out_on(study, category, plain, metrics, Ground(tiled(study.wards)), subject);
}

Findings advice_on_counts(const Study& study) {
    std::vector<std::string> ids;
    for (const auto& category : study.categories) {
        if (category.spec.measure == project::MeasureKind::count &&
            category.spec.map == project::MapKind::shaded) {
            ids.push_back(category.spec.id);
        }
    }
    if (ids.empty()) return {};
    return {{Severity::note,
             {},
             text::list(ids) + ": counts are shaded, and large areas look worse than they are",
             "",
             "map = \"circles\" draws counts as circles",
             ""}};
}

} // namespace wardmap::maps
