// SPDX-License-Identifier: MIT
#include "paint/hatch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace wardmap::paint {
namespace {

constexpr double least_mm = 0.02; // shorter lines are not printed

/// Ascending intervals along a straight line.
using Stretches = std::vector<std::pair<double, double>>;

/// A direction and its perpendicular.
struct Axes {
    geo::Point along;
    geo::Point across;

    [[nodiscard]] double on(const geo::Point& axis, geo::Point p) const {
        return axis.x * p.x + axis.y * p.y;
    }
    [[nodiscard]] geo::Point at(double t, double offset) const {
        return {t * along.x + offset * across.x, t * along.y + offset * across.y};
    }
};

/// Which part of the line at an offset across is within the rings.
Stretches within(const std::vector<geo::Ring>& rings, const Axes& axes, double offset) {
    std::vector<double> at;
    for (const auto& ring : rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const double a = axes.on(axes.across, ring[j]);
            const double b = axes.on(axes.across, ring[i]);
            if ((a > offset) == (b > offset)) continue;
            const double from = axes.on(axes.along, ring[j]);
            const double to = axes.on(axes.along, ring[i]);
            at.push_back(from + (offset - a) / (b - a) * (to - from));
        }
    }
    std::sort(at.begin(), at.end());
    Stretches stretches;
    for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
        stretches.emplace_back(at[i], at[i + 1]);
    }
    return stretches;
}

Stretches common(const Stretches& a, const Stretches& b) {
    Stretches both;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const double from = std::max(a[i].first, b[j].first);
        const double to = std::min(a[i].second, b[j].second);
        if (from < to) both.emplace_back(from, to);
        a[i].second < b[j].second ? ++i : ++j;
    }
    return both;
}

/// The same for a band of a given width: both its edges and its middle are within.
Stretches within(const std::vector<geo::Ring>& rings, const Axes& axes, double offset,
                 double width) {
    return common(common(within(rings, axes, offset - width / 2), within(rings, axes, offset)),
                  within(rings, axes, offset + width / 2));
}

geo::Box extent_along(const std::vector<geo::Ring>& rings, const Axes& axes) {
    geo::Box box;
    for (const auto& ring : rings) {
        for (const auto p : ring) {
            box.add(geo::Point{axes.on(axes.along, p), axes.on(axes.across, p)});
        }
    }
    return box;
}

using Lines = std::vector<std::pair<geo::Point, geo::Point>>;

constexpr std::size_t enough = 2; // lines or dots
constexpr std::array closer = {1.0, 0.5, 0.25};

Lines lines_at(const std::vector<geo::Ring>& rings, const Axes& axes, const geo::Box& box,
               double spacing, double width) {
    Lines lines;
    for (double k = std::ceil(box.min_y / spacing); k * spacing <= box.max_y; ++k) {
        const double offset = k * spacing;
        for (const auto& [from, to] : within(rings, axes, offset, width)) {
            if (to - from < least_mm) continue;
            lines.emplace_back(axes.at(from, offset), axes.at(to, offset));
        }
    }
    return lines;
}

/// The longest interval along the middle of a shape; nothing if there is none.
Lines line_through(const std::vector<geo::Ring>& rings, const Axes& axes, const geo::Box& box) {
    const double offset = (box.min_y + box.max_y) / 2;
    const auto stretches = within(rings, axes, offset);
    if (stretches.empty()) return {};
    const auto [from, to] =
        *std::max_element(stretches.begin(), stretches.end(), [](const auto& a, const auto& b) {
            return a.second - a.first < b.second - b.first;
        });
    return {{axes.at(from, offset), axes.at(to, offset)}};
}

void add_lines(HatchMarks& marks, const Shape& shape, double angle_deg) {
    const auto& hatch = *shape.hatch;
    const double angle = angle_deg * std::numbers::pi / 180;
    // y is down: anticlockwise turns the line upwards.
    const Axes axes{{std::cos(angle), -std::sin(angle)}, {std::sin(angle), std::cos(angle)}};
    const auto box = extent_along(shape.rings, axes);
    if (box.empty()) return;
    const double width = hatch.width_pt * mm_per_pt;
    Lines lines;
    for (const double share : closer) {
        const double spacing = share * hatch.spacing_mm;
        if (lines.size() >= enough || (share < 1 && spacing < 2 * width)) break;
        lines = lines_at(shape.rings, axes, box, spacing, width);
    }
    if (lines.empty()) lines = line_through(shape.rings, axes, box);
    marks.lines.insert(marks.lines.end(), lines.begin(), lines.end());
}

std::vector<geo::Point> dots_at(const std::vector<geo::Ring>& rings, const Axes& axes,
                                const geo::Box& box, double spacing, double radius) {
    std::vector<geo::Point> dots;
    for (double row = std::floor(box.min_y / spacing); row * spacing <= box.max_y; ++row) {
        const double shift = std::fmod(std::abs(row), 2) * spacing / 2;
        for (const auto& [from, to] : within(rings, axes, row * spacing, 2 * radius)) {
            for (double column = std::ceil((from + radius - shift) / spacing);
                 column * spacing + shift <= to - radius; ++column) {
                dots.push_back({column * spacing + shift, row * spacing});
            }
        }
    }
    return dots;
}

void add_dots(HatchMarks& marks, const Shape& shape) {
    const auto& hatch = *shape.hatch;
    const Axes axes{{1, 0}, {0, 1}};
    const auto box = extent_along(shape.rings, axes);
    if (box.empty()) return;
    const double radius = hatch.width_pt * mm_per_pt / 2;
    std::vector<geo::Point> dots;
    for (const double share : closer) {
        const double spacing = share * hatch.spacing_mm;
        if (dots.size() >= enough || (share < 1 && spacing < 4 * radius)) break;
        dots = dots_at(shape.rings, axes, box, spacing, radius);
    }
    if (dots.empty()) {
        for (const auto& [from, to] : line_through(shape.rings, axes, box)) {
            dots.push_back({(from.x + to.x) / 2, (from.y + to.y) / 2});
        }
    }
    marks.dots.insert(marks.dots.end(), dots.begin(), dots.end());
}

} // namespace

HatchMarks hatch_marks(const Shape& shape) {
    HatchMarks marks;
    const auto& hatch = *shape.hatch;
    switch (hatch.kind) {
    case Hatch::Kind::dots:
        add_dots(marks, shape);
        break;
    case Hatch::Kind::crossed:
        add_lines(marks, shape, hatch.angle_deg + 90);
        [[fallthrough]];
    case Hatch::Kind::lines:
        add_lines(marks, shape, hatch.angle_deg);
        break;
    }
    return marks;
}

} // namespace wardmap::paint
