// SPDX-License-Identifier: MIT
#include "geo/validity.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace wardmap::geo {
namespace {

/// The side of a line on which a point is, certain despite rounding (Shewchuk 1997, first bound of
/// orient2d): 1, -1, or 0 if uncertain.
int sure_side(Point a, Point b, Point p) {
    constexpr double bound = 3.3306690738754716e-16;
    const double left = (b.x - a.x) * (p.y - a.y);
    const double right = (b.y - a.y) * (p.x - a.x);
    const double difference = left - right;
    if (!(std::abs(difference) > bound * (std::abs(left) + std::abs(right)))) return 0;
    return difference > 0 ? 1 : -1;
}

/// A side of a ring, from the left to the right.
struct Side {
    double min_x, max_x, min_y, max_y;
    std::uint32_t number;
};

class RingTest {
public:
    explicit RingTest(const Ring& ring) : m_ring(ring) {}

    bool is_surely_simple() {
        const auto n = m_ring.size();
        if (n < 3 || !std::ranges::all_of(m_ring, [](Point p) {
                return std::isfinite(p.x) && std::isfinite(p.y);
            })) {
            return false;
        }
        for (std::size_t i = 0; i < n; ++i) {
            if (!turns(m_ring[i], at(i + 1), at(i + 2))) return false;
            const auto [a, b] = std::pair(m_ring[i], at(i + 1));
            m_sides.push_back({std::min(a.x, b.x), std::max(a.x, b.x), std::min(a.y, b.y),
                               std::max(a.y, b.y), static_cast<std::uint32_t>(i)});
        }
        std::sort(m_sides.begin(), m_sides.end(),
                  [](const Side& a, const Side& b) { return a.min_x < b.min_x; });
        return no_sides_meet();
    }

private:
    [[nodiscard]] Point at(std::size_t i) const {
        return m_ring[i < m_ring.size() ? i : i - m_ring.size()];
    }

    /// Goes on from b, not back the way it came.
    static bool turns(Point a, Point b, Point c) {
        return sure_side(a, b, c) != 0 || (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) > 0;
    }

    /// Sweeps the sides from left to right.
    bool no_sides_meet() {
        constexpr std::size_t most = 200; // comparisons for each side, above which GEOS is faster
        std::size_t left = most * m_sides.size();
        std::vector<Side> open;
        for (const auto& side : m_sides) {
            std::erase_if(open, [&](const Side& other) { return other.max_x < side.min_x; });
            if (open.size() > left) return false;
            left -= open.size();
            for (const auto& other : open) {
                if (other.min_y <= side.max_y && side.min_y <= other.max_y &&
                    !are_apart(side.number, other.number)) {
                    return false;
                }
            }
            open.push_back(side);
        }
        return true;
    }

    [[nodiscard]] bool are_apart(std::size_t i, std::size_t j) const {
        const auto n = m_ring.size();
        if ((i + 1) % n == j || (j + 1) % n == i) return true; // they meet in their common point
        const auto a = m_ring[i];
        const auto b = at(i + 1);
        const auto c = m_ring[j];
        const auto d = at(j + 1);
        const int one = sure_side(a, b, c);
        if (one != 0 && one == sure_side(a, b, d)) return true;
        const int other = sure_side(c, d, a);
        return other != 0 && other == sure_side(c, d, b);
    }

    const Ring& m_ring;
    std::vector<Side> m_sides;
};

} // namespace

bool is_surely_valid(const MultiPolygon& shape) {
    std::vector<Box> extents;
    for (const auto& part : shape.parts) {
        if (!part.holes.empty() || !RingTest(part.outer).is_surely_simple()) return false;
        const auto box = extent(part.outer);
        const auto meets = [&box](const Box& other) {
            return other.min_x <= box.max_x && box.min_x <= other.max_x &&
                   other.min_y <= box.max_y && box.min_y <= other.max_y;
        };
        if (std::ranges::any_of(extents, meets)) return false;
        extents.push_back(box);
    }
    return !shape.empty();
}

} // namespace wardmap::geo
