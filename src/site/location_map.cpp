// SPDX-License-Identifier: MIT
#include "site/location_map.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

#include <fmt/format.h>

#include "base/text.h"
#include "geo/clip.h"
#include "geo/operations.h"
#include "maps/ground/base_map.h"
#include "maps/ground/view.h"
#include "maps/labels/label_wards.h"
#include "maps/picture/ward_items.h"
#include "maps/symbols/scale_bar.h"
#include "site/words.h"
#include "study/study.h"
#include "style/style.h"
#include "words/alt_text.h"
#include "words/figure_texts.h"
#include "words/ward_figures.h"

namespace wardmap::site {
namespace {

constexpr paint::Colour own{0xB5, 0xC7, 0xDB};
constexpr paint::Colour beside{0xE9, 0xEE, 0xF4};
constexpr paint::Colour red{0xB3, 0x12, 0x1D};
constexpr paint::Colour ink{0x1A, 0x1A, 0x1A};
constexpr double mark_mm = 2.6; // radius of the ring around a point

void add(std::vector<paint::Item>& items, std::vector<paint::Item> more) {
    std::move(more.begin(), more.end(), std::back_inserter(items));
}

geo::Ring circle(geo::Point centre, double radius) {
    constexpr int steps = 96;
    geo::Ring ring;
    for (int i = 0; i < steps; ++i) {
        const double angle = 2 * std::numbers::pi * i / steps;
        ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return ring;
}

paint::Shape line_of(std::vector<geo::Ring> rings, const paint::Stroke& stroke, bool closed) {
    paint::Shape shape;
    shape.rings = std::move(rings);
    shape.closed = closed;
    shape.stroke = stroke;
    return shape;
}

/// A line that is visible on any background.
void add_clear_line(std::vector<paint::Item>& items, const std::vector<geo::Ring>& rings,
                    const paint::Stroke& stroke, bool closed) {
    items.emplace_back(line_of(rings, {paint::white, stroke.width_pt + 1.6, {}}, closed));
    items.emplace_back(line_of(rings, stroke, closed));
}

std::vector<maps::Fill> fills_of(const Profile& profile) {
    std::vector<maps::Fill> fills(profile.study.wards.wards.size());
    for (auto& fill : fills) {
        fill.colour = paint::white;
    }
    for (const auto& other : profile.location.others) {
        if (other.neighbour) fills[other.ward].colour = beside;
    }
    for (const auto& [ward, share] : profile.location.wards) {
        fills[ward].colour = own;
    }
    return fills;
}

/// The area within the stated distance of the site.
geo::MultiPolygon reach_of(const Profile& profile) {
    const auto& site = profile.site;
    if (profile.within_m <= 0) return {};
    if (site.is_point()) return {{geo::Polygon{circle(site.at, profile.within_m), {}}}};
    return geo::grown(site.shape, profile.within_m);
}

/// The site's wards and the area within the distance, limited in relation to the wards' width, so
/// that a long distance does not make the site a speck.
geo::Box ground_near(const Profile& profile) {
    geo::Box box;
    for (const auto& [ward, share] : profile.location.wards) {
        box.add(geo::extent(profile.study.wards.wards[ward].shape));
    }
    const double wide = std::max(box.width(), box.height());
    auto reach = geo::extent(reach_of(profile));
    const auto most = box.grown(wide);
    reach.min_x = std::max(reach.min_x, most.min_x);
    reach.min_y = std::max(reach.min_y, most.min_y);
    reach.max_x = std::min(reach.max_x, most.max_x);
    reach.max_y = std::min(reach.max_y, most.max_y);
    box.add(reach);
    return box.grown(0.04 * std::max(box.width(), box.height()));
}

class LocationMap {
public:
    explicit LocationMap(const MapInputs& inputs)
        : m_in(inputs), m_study(inputs.profile.study), m_fills(fills_of(inputs.profile)) {
        m_plain.values.resize(m_study.wards.wards.size());
    }

    /// The surroundings, clipped to the box.
    [[nodiscard]] std::vector<paint::Item> near(const geo::Box& box) const {
        const auto view = view_near(box);
        std::vector<paint::Item> items;
        add(items, maps::around_items(view));
        add(items, maps::ward_items(m_study, {m_fills, words::figure_texts(m_plain), "near-"}, view,
                                    m_in.style));
        add_reach(items, view);
        maps::LabelOptions options;
        options.size_pt = 8;
        options.frame = box.grown(-0.5);
        const auto mark = mark_box(view);
        options.obstacles.push_back(mark);
        const geo::Box bar{box.max_x - 35, box.max_y - 11.5, box.max_x, box.max_y};
        options.obstacles.push_back(bar);
        auto labels = maps::label_wards(
            m_study, {view.shapes, std::vector<bool>(view.shapes.size(), true), {}}, options,
            m_in.metrics);
        // There is no key: a name that does not fit is omitted.
        std::erase_if(labels.labels, [](const maps::Label& l) { return l.number.has_value(); });
        add(items, maps::label_items(maps::unstable_names(m_plain), labels, m_fills));
        add_site(items, view, mark_mm);
        add_bar(items, view, bar);
        items.emplace_back(line_of({geo::ring_of(box)}, {ink, 0.8, {}}, true));
        return items;
    }

    /// The whole area, with the extent of the detailed map.
    [[nodiscard]] std::vector<paint::Item> whole(const geo::Box& box, const geo::Box& near) const {
        auto style = m_in.style;
        constexpr std::size_t many = 300; // borders would dominate
        style.border_pt = m_study.wards.wards.size() > many ? 0.05 : 0.25;
        style.outline_pt = 0.6;
        const auto view = maps::view_of(m_in.ground, frame_of(box), box, false);
        std::vector<paint::Item> items;
        add(items, maps::ward_items(m_study, {m_fills, words::figure_texts(m_plain), "area-"}, view,
                                    style));
        const auto window = view_near(near).frame.to_ground(near);
        const auto a = view.frame.to_sheet({window.min_x, window.max_y});
        const auto b = view.frame.to_sheet({window.max_x, window.min_y});
        const geo::Box frame{std::max(a.x, box.min_x), std::max(a.y, box.min_y),
                             std::min(b.x, box.max_x), std::min(b.y, box.max_y)};
        add_clear_line(items, {geo::ring_of(frame)}, {ink, 0.9, {}}, true);
        add_site(items, view, 1.2);
        return items;
    }

    /// The key to greys and lines, below the whole area.
    [[nodiscard]] std::vector<paint::Item> key(geo::Point at, double width) const {
        constexpr double swatch = 7;
        const paint::Font font{7.5, paint::Weight::regular, false};
        const double pitch = 1.75 * font.size_pt * paint::mm_per_pt;
        std::vector<paint::Item> items;
        double y = at.y;
        const auto row = [&](const std::string& words, const auto& draw) {
            draw(geo::Box{at.x, y, at.x + swatch, y + 0.72 * pitch});
            for (const auto& line : m_in.metrics.wrap(words, font, width - swatch - 2)) {
                paint::Text text;
                text.text = line;
                text.font = font;
                text.colour = ink;
                text.at = {at.x + swatch + 2, y + 0.58 * pitch};
                items.emplace_back(std::move(text));
                y += 0.75 * pitch;
            }
            y += 0.35 * pitch;
        };
        const auto& profile = m_in.profile;
        row("The site", [&](const geo::Box& box) {
            const bool point = profile.site.is_point();
            add_clear_line(items,
                           {point ? circle(box.centre(), 1.4) : geo::ring_of(box.grown(-0.4))},
                           {red, 1.4, {}}, true);
        });
        const auto filled = [&](paint::Colour colour) {
            return [&items, colour](const geo::Box& box) {
                auto shape = line_of({geo::ring_of(box)}, {ink, 0.5, {}}, true);
                shape.fill = colour;
                items.emplace_back(std::move(shape));
            };
        };
        const auto n = profile.location.wards.size();
        row(words::first_capital(words::area_noun(m_study, n)) + " it is in", filled(own));
        row("Neighbours", filled(beside));
        if (profile.within_m > 0) {
            row(reach_text(profile) + " from the site", [&](const geo::Box& box) {
                const auto middle = box.centre().y;
                items.emplace_back(line_of({{{box.min_x, middle}, {box.max_x, middle}}},
                                           {ink, 0.9, {3, 2.2}}, false));
            });
        }
        return items;
    }

    /// Position and height of the whole area within a box.
    [[nodiscard]] maps::MapTransform frame_of(const geo::Box& box) const {
        return {m_in.ground.extent(), box.grown(-1)};
    }

private:
    [[nodiscard]] maps::View view_near(const geo::Box& box) const {
        return maps::view_of(m_in.ground, maps::MapTransform(ground_near(m_in.profile), box), box,
                             true);
    }

    [[nodiscard]] geo::Box mark_box(const maps::View& view) const {
        const auto& site = m_in.profile.site;
        if (site.is_point()) {
            const auto at = view.frame.to_sheet(site.at);
            return geo::Box{at.x, at.y, at.x, at.y}.grown(mark_mm + 0.6);
        }
        return geo::extent(view.frame.to_sheet(site.shape)).grown(0.6);
    }

    void add_site(std::vector<paint::Item>& items, const maps::View& view, double radius) const {
        const auto& site = m_in.profile.site;
        const paint::Stroke stroke{red, radius > 2 ? 1.8 : 1.2, {}};
        if (!site.is_point()) {
            std::vector<geo::Ring> rings;
            for (const auto& part : view.frame.to_sheet(site.shape).parts) {
                rings.push_back(part.outer);
                rings.insert(rings.end(), part.holes.begin(), part.holes.end());
            }
            const auto extent = geo::extent(view.frame.to_sheet(site.shape));
            constexpr double least_mm = 1.5;
            if (!rings.empty() && std::max(extent.width(), extent.height()) > least_mm) {
                add_clear_line(items, rings, stroke, true);
                return;
            }
        }
        const auto at = view.frame.to_sheet(site.at);
        add_clear_line(items, {circle(at, radius)}, stroke, true);
        auto dot = line_of({circle(at, radius / 4)}, {red, 0.2, {}}, true);
        dot.fill = red;
        items.emplace_back(std::move(dot));
    }

    void add_reach(std::vector<paint::Item>& items, const maps::View& view) const {
        for (const auto& part : reach_of(m_in.profile).parts) {
            auto line = view.frame.to_sheet(geo::MultiPolygon{{part}});
            if (line.parts.empty()) continue;
            auto ring = line.parts.front().outer;
            ring.push_back(ring.front());
            auto pieces = geo::clipped(ring, view.box);
            if (!pieces.empty()) {
                items.emplace_back(line_of(std::move(pieces), {ink, 0.9, {3, 2.2}}, false));
            }
        }
    }

    void add_bar(std::vector<paint::Item>& items, const maps::View& view,
                 const geo::Box& bar) const {
        paint::Shape plate;
        plate.rings = {geo::ring_of(bar)};
        plate.fill = paint::white;
        plate.stroke = paint::Stroke{ink, 0.8, {}};
        items.emplace_back(std::move(plate));
        add(items, maps::scale_bar(view.frame.mm_per_m(), {bar.max_x - 1, bar.max_y - 1.2}, 20, 6.5,
                                   m_in.metrics));
        add(items, maps::north_arrow({bar.min_x + 3, bar.max_y - 0.8}, 6));
    }

    const MapInputs& m_in;
    const Study& m_study;
    CategoryResult m_plain; // no figures: the map only shows the location
    std::vector<maps::Fill> m_fills;
};

} // namespace

std::vector<paint::Item> location_map(const MapInputs& inputs, const geo::Box& box) {
    constexpr double share = 0.68;
    constexpr double gutter = 4;
    const double split = box.min_x + share * box.width();
    const geo::Box near{box.min_x, box.min_y, split - gutter / 2, box.max_y};
    const geo::Box whole{split + gutter / 2, box.min_y, box.max_x, box.max_y};
    const LocationMap map(inputs);
    auto items = map.near(near);
    constexpr double key_mm = 26; // four rows
    const auto& extent = inputs.ground.extent();
    const double high = std::min(whole.height() - key_mm,
                                 whole.width() * extent.height() / std::max(1.0, extent.width()));
    const geo::Box top{whole.min_x, whole.min_y, whole.max_x, whole.min_y + high};
    add(items, map.whole(top, near));
    add(items, map.key({whole.min_x + 2, top.max_y + 4}, whole.width() - 2));
    return items;
}

std::string map_alt(const Profile& profile) {
    std::vector<std::string> neighbours;
    for (const auto& other : profile.location.others) {
        if (other.neighbour) neighbours.push_back(profile.study.wards.wards[other.ward].name);
    }
    constexpr std::size_t most = 12;
    const auto n = neighbours.size();
    if (n > most) neighbours.resize(most);
    return fmt::format(
        "Two maps: the site in {} with the {} around it{}, and the same place within {}.",
        ward_names(profile), profile.study.wards.noun.plural,
        n == 0 ? ""
               : fmt::format(" ({}{})", text::list(neighbours),
                             n > most ? fmt::format(" and {} more", n - most) : ""),
        profile.study.project.area.empty() ? "the whole area" : profile.study.project.area);
}

std::string map_caption(const Profile& profile) {
    const auto& area = profile.study.project.area;
    return fmt::format("The site and the {} around it; right: all of {}.",
                       profile.study.wards.noun.plural, area.empty() ? "the area" : area);
}

} // namespace wardmap::site
