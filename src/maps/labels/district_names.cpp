// SPDX-License-Identifier: MIT
#include "maps/labels/district_names.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/upper_case.h"
#include "maps/labels/typesetting.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

constexpr paint::Colour ink{0x40, 0x40, 0x40};
// Inked height of capitals in Open Sans.
constexpr double ascent_em = 0.74;
constexpr double descent_em = 0.04;

/// The wards of one district on the sheet.
class DistrictShape {
public:
    DistrictShape(const View& view, const Districts& districts, std::size_t district) {
        for (std::size_t i = 0; i < view.shapes.size(); ++i) {
            const auto& shape = view.shapes[i];
            if (districts.of[i] != district || shape.empty()) continue;
            m_wards.push_back({geo::extent(shape), &shape});
            m_extent.add(m_wards.back().extent);
            const double area = geo::area(shape);
            const auto middle = m_wards.back().extent.centre();
            m_middle.x += area * middle.x;
            m_middle.y += area * middle.y;
            m_area += area;
        }
        if (m_area > 0) m_middle = {m_middle.x / m_area, m_middle.y / m_area};
    }

    [[nodiscard]] const geo::Box& extent() const { return m_extent; }
    [[nodiscard]] geo::Point middle() const { return m_middle; }
    [[nodiscard]] bool empty() const { return m_area <= 0; }

    [[nodiscard]] bool contains(geo::Point p) const {
        return std::any_of(m_wards.begin(), m_wards.end(), [p](const OneWard& ward) {
            return ward.extent.contains(p) && geo::contains(*ward.shape, p);
        });
    }

    /// The share of a box in the district, from a grid of points.
    [[nodiscard]] double share_of(const geo::Box& box) const {
        constexpr int columns = 8;
        constexpr int rows = 3;
        int inside = 0;
        for (int i = 0; i <= columns; ++i) {
            for (int j = 0; j < rows; ++j) {
                const geo::Point p{box.min_x + box.width() * i / columns,
                                   box.min_y + box.height() * j / (rows - 1)};
                if (contains(p)) ++inside;
            }
        }
        return static_cast<double>(inside) / ((columns + 1) * rows);
    }

private:
    struct OneWard {
        geo::Box extent;
        const geo::MultiPolygon* shape;
    };
    std::vector<OneWard> m_wards;
    geo::Box m_extent;
    geo::Point m_middle;
    double m_area = 0;
};

/// The points of a grid over the district, from its middle outwards.
std::vector<geo::Point> places_in(const DistrictShape& district) {
    constexpr int steps = 14;
    const auto& box = district.extent();
    std::vector<geo::Point> places{district.middle()};
    for (int i = 1; i < steps; ++i) {
        for (int j = 1; j < steps; ++j) {
            places.push_back(
                {box.min_x + box.width() * i / steps, box.min_y + box.height() * j / steps});
        }
    }
    const auto far = [middle = district.middle()](geo::Point p) {
        return std::hypot(p.x - middle.x, p.y - middle.y);
    };
    std::stable_sort(places.begin(), places.end(),
                     [&](geo::Point a, geo::Point b) { return far(a) < far(b); });
    return places;
}

class Naming {
public:
    Naming(const View& view, std::vector<geo::Box> taken, const style::Style& style,
           const paint::TextMetrics& metrics)
        : m_view(view), m_taken(std::move(taken)), m_font{std::max(6.0, 0.85 * style.label_pt),
                                                          paint::Weight::semibold, false},
          m_metrics(metrics) {}

    /// In one or two lines, if at least this share of it is in its district.
    [[nodiscard]] std::optional<DistrictName> place(const std::string& name,
                                                    const DistrictShape& district) {
        const auto settings = typeset_variants(name, m_font.size_pt, [&](const auto& text, double) {
            const double em = m_font.size_pt * paint::mm_per_pt;
            return LabelExtent{m_metrics.measure(text, m_font).width_mm, ascent_em * em,
                               descent_em * em};
        });
        const auto places = places_in(district);
        for (const double least_share : {1.0, 0.8}) {
            for (const auto& setting : settings) {
                if (setting.lines.size() > 2) continue;
                const auto label = setting.at(0, {0, 0});
                if (label.box.width() * least_share > district.extent().width()) continue;
                for (const auto& at : places) {
                    const auto box = moved(label.box, at);
                    if (!is_free(box) || district.share_of(box) < least_share) continue;
                    m_taken.push_back(box);
                    return DistrictName{lines_of(label, at), box};
                }
            }
        }
        return std::nullopt;
    }

private:
    static geo::Box moved(const geo::Box& box, geo::Point by) {
        return {box.min_x + by.x, box.min_y + by.y, box.max_x + by.x, box.max_y + by.y};
    }

    [[nodiscard]] bool is_free(const geo::Box& box) const {
        constexpr double gap_mm = 0.6;
        const auto& frame = m_view.box;
        return box.min_x >= frame.min_x && box.max_x <= frame.max_x && box.min_y >= frame.min_y &&
               box.max_y <= frame.max_y &&
               std::none_of(m_taken.begin(), m_taken.end(),
                            [&](const geo::Box& other) { return too_close(box, other, gap_mm); });
    }

    [[nodiscard]] std::vector<paint::Text> lines_of(const Label& label, geo::Point at) const {
        std::vector<paint::Text> lines;
        for (const auto& line : label.lines) {
            paint::Text text;
            text.text = line.text;
            text.at = {line.baseline_centre.x + at.x, line.baseline_centre.y + at.y};
            text.font = m_font;
            text.align = paint::Align::centre;
            text.colour = ink;
            text.halo = paint::white;
            text.halo_pt = 0.9;
            text.halo_css = "district-halo";
            lines.push_back(std::move(text));
        }
        return lines;
    }

    const View& m_view;
    std::vector<geo::Box> m_taken;
    paint::Font m_font;
    const paint::TextMetrics& m_metrics;
};

} // namespace

std::vector<DistrictName> district_names(const View& view, const Districts& districts,
                                         const std::vector<geo::Box>& taken,
                                         const style::Style& style,
                                         const paint::TextMetrics& metrics) {
    std::vector<DistrictName> names;
    if (!districts.are_shown()) return names;
    Naming naming(view, taken, style, metrics);
    for (std::size_t i = 0; i < districts.names.size(); ++i) {
        if (districts.names[i].empty()) continue;
        const DistrictShape district(view, districts, i);
        if (district.empty()) continue;
        if (auto name = naming.place(text::upper_case(districts.names[i]), district)) {
            names.push_back(std::move(*name));
        }
    }
    return names;
}

} // namespace wardmap::maps
