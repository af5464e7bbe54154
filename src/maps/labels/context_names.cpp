// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "maps/ground/context_layers.h"
#include "maps/labels/context_names.h"
#include "maps/labels/typesetting.h"
#include "maps/symbols/context_symbols.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

constexpr paint::Colour ink{0x33, 0x33, 0x33};
constexpr paint::Colour area_ink{0x45, 0x45, 0x45};
constexpr paint::Colour area_ground{0xF6, 0xF6, 0xF6};
constexpr double gap_mm = 0.4;
// Inked height of Open Sans: capitals and descenders, without the line gap.
constexpr double ascent_em = 0.76;
constexpr double descent_em = 0.24;

class Naming {
public:
    Naming(const View& view, const ContextRoom& room, const style::Style& style,
           const paint::TextMetrics& metrics)
        : m_view(view), m_room(room), m_metrics(metrics), m_taken(room.taken),
          m_size_pt(std::max(6.0, 0.9 * style.label_pt)) {
        const auto markers = marker_boxes(view, style);
        m_taken.insert(m_taken.end(), markers.begin(), markers.end());
        for (const auto& shape : view.shapes) {
            m_extents.push_back(geo::extent(shape));
        }
        std::size_t marker = 0;
        for (const auto& drawn : view.layers) {
            for (std::size_t i = 0; i < drawn.points.size(); ++i) {
                name_point(drawn, i, markers[marker++]);
            }
            for (std::size_t i = 0; i < drawn.areas.size(); ++i) {
                name_area(drawn, i);
            }
        }
    }

    ContextNames names() { return std::move(m_names); }

private:
    struct Size {
        double width = 0;
        double height = 0;
    };

    [[nodiscard]] Size size_of(const std::string& name) const {
        return {m_metrics.measure(name, {m_size_pt, paint::Weight::regular, false}).width_mm,
                (ascent_em + descent_em) * m_size_pt * paint::mm_per_pt};
    }

    [[nodiscard]] bool is_free(const geo::Box& box) const {
        const auto& frame = m_room.frame;
        return box.min_x >= frame.min_x && box.max_x <= frame.max_x && box.min_y >= frame.min_y &&
               box.max_y <= frame.max_y &&
               std::none_of(m_taken.begin(), m_taken.end(),
                            [&](const geo::Box& other) { return too_close(box, other, gap_mm); });
    }

    void put(const std::string& name, const geo::Box& box, paint::Colour colour,
             paint::Colour halo) {
        paint::Text text;
        text.text = name;
        text.at = {box.min_x, box.max_y - descent_em * m_size_pt * paint::mm_per_pt};
        text.font.size_pt = m_size_pt;
        text.colour = colour;
        text.halo = halo;
        text.halo_pt = 1.2;
        m_names.placed.push_back({std::move(text), box});
        m_taken.push_back(box);
    }

    [[nodiscard]] bool is_elsewhere(geo::Point p) const {
        return std::any_of(m_room.elsewhere.begin(), m_room.elsewhere.end(),
                           [&](const geo::Box& box) { return box.contains(p); });
    }

    /// Right, left, above, below, then the corners.
    void name_point(const DrawnLayer& drawn, std::size_t i, const geo::Box& marker) {
        const auto& name = drawn.names[i];
        if (name.empty() || is_elsewhere(drawn.points[i])) return;
        const auto size = size_of(name);
        struct Way {
            double x, y;
        };
        constexpr std::array ways = {Way{1, 0},  Way{-1, 0}, Way{0, -1},  Way{0, 1},
                                     Way{1, -1}, Way{1, 1},  Way{-1, -1}, Way{-1, 1}};
        const auto middle = marker.centre();
        for (const auto& [x, y] : ways) {
            const double dx = x * (marker.width() / 2 + 1.1 * gap_mm + size.width / 2);
            const double dy = y * (marker.height() / 2 + 1.1 * gap_mm + size.height / 2);
            const geo::Point at{middle.x + dx, middle.y + dy};
            const geo::Box box{at.x - size.width / 2, at.y - size.height / 2, at.x + size.width / 2,
                               at.y + size.height / 2};
            if (!is_free(box)) continue;
            put(name, box, ink, paint::white);
            return;
        }
        ++m_names.left_out;
    }

    [[nodiscard]] bool touches_ward(const geo::Box& box) const {
        for (std::size_t i = 0; i < m_extents.size(); ++i) {
            if (!m_extents[i].overlaps(box)) continue;
            for (const double x : {box.min_x, box.centre().x, box.max_x}) {
                for (const double y : {box.min_y, box.centre().y, box.max_y}) {
                    if (geo::contains(m_view.shapes[i], {x, y})) return true;
                }
            }
        }
        return false;
    }

    /// The position nearest to the middle of the visible part of an area. An area covered by the
    /// wards, or hardly visible, has none.
    void name_area(const DrawnLayer& drawn, std::size_t i) {
        const auto& name = drawn.names[i];
        if (name.empty()) return;
        const auto size = size_of(name);
        const auto& area = drawn.areas[i];
        const auto seen = geo::extent(area);
        constexpr int steps = 24;
        double nearest = 0;
        std::optional<geo::Box> best;
        for (int k = 1; k < steps * steps; ++k) {
            const geo::Point at{seen.min_x + seen.width() * (k % steps) / steps,
                                seen.min_y + seen.height() * (k / steps) / steps};
            const geo::Box box{at.x - size.width / 2, at.y - size.height / 2, at.x + size.width / 2,
                               at.y + size.height / 2};
            const auto from = seen.centre();
            const double far = std::hypot(at.x - from.x, at.y - from.y);
            if ((best && far >= nearest) || !is_free(box) || touches_ward(box.grown(gap_mm))) {
                continue;
            }
            const bool inside =
                std::any_of(area.parts.begin(), area.parts.end(),
                            [&](const geo::Polygon& part) { return is_within(box, part); });
            if (!inside) continue;
            best = box;
            nearest = far;
        }
        if (best) put(name, *best, area_ink, area_ground);
    }

    const View& m_view;
    const ContextRoom& m_room;
    const paint::TextMetrics& m_metrics;
    std::vector<geo::Box> m_taken;
    std::vector<geo::Box> m_extents;
    double m_size_pt;
    ContextNames m_names;
};

} // namespace

ContextNames context_names(const View& view, const ContextRoom& room, const style::Style& style,
                           const paint::TextMetrics& metrics) {
    return Naming(view, room, style, metrics).names();
}

} // namespace wardmap::maps
