// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/interrupt.h"

#include "wards/topology.h"

namespace wardmap::wards {
namespace {

double distance2_to_segment(geo::Point p, geo::Point a, geo::Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double t =
        length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    const double ex = p.x - a.x - t * dx;
    const double ey = p.y - a.y - t * dy;
    return ex * ex + ey * ey;
}

struct Farthest {
    std::size_t at = 0;
    double distance2 = -1;
};

/// Between two points, the one farthest from the straight line that joins them.
Farthest farthest_between(const geo::Ring& line, std::size_t first, std::size_t last) {
    Farthest farthest;
    for (std::size_t i = first + 1; i < last; ++i) {
        const double d2 = distance2_to_segment(line[i], line[first], line[last]);
        if (d2 > farthest.distance2) farthest = {i, d2};
    }
    return farthest;
}

/// The line simplified by Douglas and Peucker, to at least `least` points if it has as many.
geo::Ring thinned(const geo::Ring& line, double tolerance, std::size_t least) {
    if (line.size() <= least) return line;
    std::vector<bool> keep(line.size(), false);
    keep.front() = keep.back() = true;
    std::size_t kept = 2;
    std::vector<std::pair<std::size_t, std::size_t>> stretches{{0, line.size() - 1}};
    for (std::size_t i = 0; i < stretches.size(); ++i) { // widest segments first
        stop_if_interrupted();
        const auto [first, last] = stretches[i];
        const auto farthest = farthest_between(line, first, last);
        if (farthest.distance2 < 0) continue;
        if (farthest.distance2 <= tolerance * tolerance && kept >= least) continue;
        keep[farthest.at] = true;
        ++kept;
        stretches.emplace_back(first, farthest.at);
        stretches.emplace_back(farthest.at, last);
    }
    geo::Ring thin;
    thin.reserve(kept);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (keep[i]) thin.push_back(line[i]);
    }
    return thin;
}

double across(const geo::Box& box) {
    return std::max(box.width(), box.height());
}

class Simplifier {
public:
    Simplifier(const Topology& topology, double tolerance, double smallest)
        : m_topology(topology), m_tolerance(tolerance), m_smallest(smallest),
          m_dropped(topology.arcs.size(), false) {}

    Outlines run() {
        for (const auto& arc : m_topology.arcs) {
            const bool closed = arc.points.front() == arc.points.back();
            m_lines.push_back(thinned(arc.points, m_tolerance, closed ? 4 : 2));
        }
        drop_specks();
        keep_areas();
        Outlines outlines;
        for (const auto& ward : m_topology.wards) {
            outlines.shapes.push_back(shape_of(ward));
        }
        const auto sides = sides_of_arcs();
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            if (m_dropped[i]) continue;
            const bool inner = m_topology.arcs[i].uses > 1;
            if (inner) outlines.sides.push_back(sides[i]);
            (inner ? outlines.inner : outlines.outside).push_back(std::move(m_lines[i]));
        }
        return outlines;
    }

private:
    /// The first and the last ward that uses an arc.
    [[nodiscard]] std::vector<Sides> sides_of_arcs() const {
        constexpr auto none = static_cast<std::size_t>(-1);
        std::vector<Sides> sides(m_topology.arcs.size(), Sides{none, none});
        for (std::size_t ward = 0; ward < m_topology.wards.size(); ++ward) {
            const auto note = [&](const ArcRing& ring) {
                for (const auto& use : ring) {
                    auto& [first, last] = sides[use.arc];
                    if (first == none) first = ward;
                    last = ward;
                }
            };
            for (const auto& part : m_topology.wards[ward]) {
                note(part.outer);
                std::for_each(part.holes.begin(), part.holes.end(), note);
            }
        }
        return sides;
    }

    [[nodiscard]] bool is_nobodys(const ArcRing& ring) const {
        return ring.size() == 1 && m_topology.arcs[ring.front().arc].uses == 1;
    }

    [[nodiscard]] double across(const ArcRing& ring) const {
        geo::Box box;
        for (const auto& use : ring) {
            box.add(geo::extent(m_topology.arcs[use.arc].points));
        }
        return wards::across(box);
    }

    void drop_specks() {
        for (const auto& ward : m_topology.wards) {
            double largest = 0;
            for (const auto& part : ward) {
                largest = std::max(largest, across(part.outer));
            }
            for (const auto& part : ward) {
                const double size = across(part.outer);
                if (is_nobodys(part.outer) && size < m_smallest && size < largest) {
                    m_dropped[part.outer.front().arc] = true;
                }
                for (const auto& hole : part.holes) {
                    if (is_nobodys(hole) && across(hole) < m_smallest) {
                        m_dropped[hole.front().arc] = true;
                    }
                }
            }
        }
    }

    /// Restores points of rings of two or more arcs that have collapsed to a line.
    void keep_areas() {
        for (const auto& ward : m_topology.wards) {
            for (const auto& part : ward) {
                keep_area(part.outer);
                for (const auto& hole : part.holes) {
                    keep_area(hole);
                }
            }
        }
    }

    void keep_area(const ArcRing& ring) {
        std::size_t points = 0;
        for (const auto& use : ring) {
            points += m_lines[use.arc].size() - 1;
        }
        if (points >= 3) return;
        for (const auto& use : ring) {
            auto& line = m_lines[use.arc];
            line = thinned(m_topology.arcs[use.arc].points, m_tolerance, 3);
        }
    }

    [[nodiscard]] geo::Ring ring_of(const ArcRing& uses) const {
        geo::Ring ring;
        for (const auto& use : uses) {
            const auto& line = m_lines[use.arc];
            // The last point is the first of the next arc.
            use.reversed ? ring.insert(ring.end(), line.rbegin(), line.rend() - 1)
                         : ring.insert(ring.end(), line.begin(), line.end() - 1);
        }
        return ring;
    }

    [[nodiscard]] bool dropped(const ArcRing& ring) const {
        return ring.size() == 1 && m_dropped[ring.front().arc];
    }

    [[nodiscard]] geo::MultiPolygon shape_of(const std::vector<ArcPolygon>& ward) const {
        geo::MultiPolygon shape;
        for (const auto& part : ward) {
            if (dropped(part.outer)) continue;
            geo::Polygon polygon{ring_of(part.outer), {}};
            for (const auto& hole : part.holes) {
                if (!dropped(hole)) polygon.holes.push_back(ring_of(hole));
            }
            shape.parts.push_back(std::move(polygon));
        }
        return shape;
    }

    const Topology& m_topology;
    double m_tolerance;
    double m_smallest;
    std::vector<bool> m_dropped;
    std::vector<geo::Ring> m_lines;
};

} // namespace

Outlines simplified(const Topology& topology, double tolerance, double smallest) {
    return Simplifier(topology, tolerance, smallest).run();
}

} // namespace wardmap::wards
