// SPDX-License-Identifier: MIT
#include "briefing/small_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numbers>

#include <fmt/format.h>

#include "base/text.h"
#include "geo/pole_of_inaccessibility.h"
#include "layout/block.h"
#include "layout/text_block.h"
#include "maps/ground/base_map.h"
#include "maps/ground/view.h"
#include "maps/legend/legend_block.h"
#include "maps/picture/ward_items.h"
#include "maps/sheets/theme.h"
#include "maps/symbols/circles.h"
#include "study/study.h"
#include "style/style.h"
#include "words/alt_text.h"
#include "words/figure_texts.h"
#include "words/map_text.h"

namespace wardmap::briefing {
namespace {

constexpr double gap_mm = 1.2;   // between title, map and legend
constexpr double plate_mm = 1.9; // radius of the plate below a number
constexpr paint::Colour ink{0x1A, 0x1A, 0x1A};

const layout::TextStyle& title_style() {
    static const layout::TextStyle style{{9, paint::Weight::semibold, false}, ink, 1.2};
    return style;
}

const layout::TextStyle& small_style() {
    static const layout::TextStyle style{{7.5, paint::Weight::regular, false}, ink, 1.25};
    return style;
}

void add(std::vector<paint::Item>& items, std::vector<paint::Item> more) {
    std::move(more.begin(), more.end(), std::back_inserter(items));
}

layout::Block title_block(const MapInputs& inputs, const maps::Theme& theme,
                          const CategoryResult& category, geo::Point at, double width) {
    auto block =
        layout::text_block({category.spec.title}, title_style(), {at, width, inputs.metrics});
    auto below = layout::text_block({theme.legend.title}, small_style(),
                                    {{at.x, at.y + block.height_mm}, width, inputs.metrics});
    add(block.items, std::move(below.items));
    block.height_mm += below.height_mm;
    return block;
}

maps::Theme theme_of(const MapInputs& inputs, const CategoryResult& category, double width) {
    return maps::theme_of(inputs.briefing.study, category, inputs.style, width);
}

/// Lines that suit a small map.
style::Style lighter(style::Style style) {
    style.border_pt *= 0.4;
    style.outline_pt *= 0.6;
    return style;
}

/// A number on its plate, and its anchor in the ward.
struct Plate {
    geo::Point anchor;
    geo::Point at;
    std::string mark;
};

bool overlaps(geo::Point a, geo::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y) < 2 * plate_mm + 0.2;
}

/// Places plates in turn, each as near to its ward as the others allow.
class Plates {
public:
    Plates(const maps::View& view, const std::vector<Entry>& entries, const geo::Box& box)
        : m_box(box.grown(-plate_mm)) {
        for (const auto& entry : entries) {
            const auto& shape = view.shapes[entry.score.ward];
            if (shape.empty()) continue;
            const auto pole = geo::pole_of_inaccessibility(shape, 0.1);
            m_plates.push_back({pole.at, pole.at, entry.mark});
            m_deep.push_back(pole.distance > plate_mm + 0.2);
        }
        for (std::size_t i = 0; i < m_plates.size(); ++i) {
            m_plates[i].at = place(i);
        }
    }

    [[nodiscard]] const std::vector<Plate>& all() const { return m_plates; }

private:
    [[nodiscard]] bool is_free(geo::Point p, std::size_t i) const {
        if (!m_box.contains(p)) return false;
        for (std::size_t k = 0; k < m_plates.size(); ++k) {
            if (k == i) continue;
            if (k < i && overlaps(p, m_plates[k].at)) return false;
            // A plate must not hide another listed ward.
            if (std::hypot(p.x - m_plates[k].anchor.x, p.y - m_plates[k].anchor.y) <
                plate_mm + 0.6) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] geo::Point place(std::size_t i) const {
        const auto anchor = m_plates[i].anchor;
        if (m_deep[i] && is_free(anchor, i)) return anchor;
        constexpr std::array<double, 6> rings = {3.4, 5, 6.5, 8.5, 11, 14};
        constexpr int directions = 16;
        for (const double ring : rings) {
            for (int d = 0; d < directions; ++d) {
                const double angle = 2 * std::numbers::pi * (d + 0.5) / directions;
                const geo::Point p{anchor.x + ring * std::cos(angle),
                                   anchor.y - ring * std::sin(angle)};
                if (is_free(p, i)) return p;
            }
        }
        return anchor;
    }

    geo::Box m_box;
    std::vector<Plate> m_plates;
    std::vector<bool> m_deep; // the plate fits within its ward
};

/// White below dark: visible on any fill, also in grey.
void add_line(std::vector<paint::Item>& items, const std::vector<geo::Ring>& rings, bool closed) {
    for (const auto& stroke : {paint::Stroke{paint::white, 1.9, {}}, paint::Stroke{ink, 0.9, {}}}) {
        paint::Shape shape;
        shape.rings = rings;
        shape.closed = closed;
        shape.stroke = stroke;
        items.emplace_back(std::move(shape));
    }
}

void add_outlines(std::vector<paint::Item>& items, const maps::View& view,
                  const std::vector<Entry>& entries) {
    std::vector<geo::Ring> rings;
    for (const auto& entry : entries) {
        for (const auto& part : view.shapes[entry.score.ward].parts) {
            rings.push_back(part.outer);
        }
    }
    if (!rings.empty()) add_line(items, rings, true);
}

void add_plates(std::vector<paint::Item>& items, const MapInputs& inputs, const Plates& plates) {
    for (const auto& plate : plates.all()) {
        if (plate.at.x == plate.anchor.x && plate.at.y == plate.anchor.y) continue;
        add_line(items, {{plate.anchor, plate.at}}, false);
    }
    const paint::Font font{8, paint::Weight::bold, false};
    for (const auto& plate : plates.all()) {
        auto circle = maps::circle_shape(plate.at, plate_mm, paint::white);
        circle.stroke = paint::Stroke{ink, 0.8, {}};
        items.emplace_back(std::move(circle));
        paint::Text text;
        text.text = plate.mark;
        text.font = font;
        text.align = paint::Align::centre;
        text.colour = ink;
        const auto size = inputs.metrics.measure(plate.mark, font);
        text.at = {plate.at.x, plate.at.y + 0.36 * size.ascent_mm};
        items.emplace_back(std::move(text));
    }
}

} // namespace

double MapRoom::height_mm() const {
    return title_mm + legend_mm + map_mm + 2 * gap_mm;
}

MapRoom room_for(const MapInputs& inputs, const std::vector<const Subject*>& subjects,
                 double width_mm, double most_mm) {
    MapRoom room;
    for (const auto* const subject : subjects) {
        const auto theme = theme_of(inputs, *subject->now, width_mm);
        room.title_mm = std::max(room.title_mm,
                                 title_block(inputs, theme, *subject->now, {}, width_mm).height_mm);
        room.legend_mm =
            std::max(room.legend_mm, maps::small_legend_block(theme.legend, small_style(),
                                                              {{}, width_mm, inputs.metrics})
                                         .height_mm);
    }
    const auto& ground = inputs.ground.extent();
    room.map_mm = std::min(most_mm, width_mm * ground.height() / std::max(1.0, ground.width()));
    return room;
}

std::vector<paint::Item> small_map(const MapInputs& inputs, const Subject& subject,
                                   const geo::Box& box, const MapRoom& room) {
    const auto& study = inputs.briefing.study;
    const auto& category = *subject.now;
    const auto theme = theme_of(inputs, category, box.width());
    std::vector<paint::Item> items;
    add(items, title_block(inputs, theme, category, {box.min_x, box.min_y}, box.width()).items);
    const double top = box.min_y + room.title_mm + gap_mm;
    const geo::Box place{box.min_x, top, box.max_x, top + room.map_mm};
    const auto fit = maps::fitted(inputs.ground.extent(), place.grown(-0.5), 0.5, 0.5);
    const auto view =
        maps::view_of(inputs.ground, maps::MapTransform(inputs.ground.extent(), fit), fit, false);
    add(items, maps::ward_items(
                   study, {theme.fills, words::figure_texts(category), category.spec.id + "-"},
                   view, lighter(inputs.style)));
    for (const auto& overlay : maps::overlays_of(theme)) {
        add(items, overlay(view));
    }
    add_outlines(items, view, inputs.entries);
    add_plates(items, inputs, Plates(view, inputs.entries, place));
    add(items,
        maps::small_legend_block(theme.legend, small_style(),
                                 {{box.min_x, place.max_y + gap_mm}, box.width(), inputs.metrics})
            .items);
    return items;
}

std::string small_map_alt(const MapInputs& inputs, const Subject& subject) {
    std::vector<std::string> marks;
    for (const auto& entry : inputs.entries) {
        marks.push_back(fmt::format("{} {}", entry.mark,
                                    inputs.briefing.study.wards.wards[entry.score.ward].name));
    }
    auto alt = words::words_of(inputs.briefing.study, *subject.now).alt;
    if (!marks.empty()) alt += fmt::format(" Outlined and marked: {}.", text::join(marks, ", "));
    return alt;
}

std::vector<const Subject*> mapped(const Briefing& briefing, const std::vector<Entry>& entries,
                                   std::size_t most) {
    struct Weighed {
        const Subject* subject;
        double points;
    };
    std::vector<Weighed> all;
    for (const auto& subject : briefing.subjects.list) {
        double points = 0;
        for (const auto& entry : entries) {
            points += subject.weight * points_of(subject, entry.score.ward).sum();
        }
        all.push_back({&subject, points});
    }
    std::ranges::stable_sort(all, std::ranges::greater(), &Weighed::points);
    if (all.size() > most) all.resize(most);
    std::vector<const Subject*> subjects;
    for (const auto& weighed : all) {
        subjects.push_back(weighed.subject);
    }
    std::ranges::sort(subjects); // they are in one array: sorted by address means by index
    return subjects;
}

} // namespace wardmap::briefing
