// SPDX-License-Identifier: MIT
#include "wards/topology.h"

#include <algorithm>
#include <bit>
#include <span>
#include <unordered_map>
#include <utility>

#include "base/interrupt.h"
#include "wards/ward.h"

namespace wardmap::wards {
namespace {

using Id = std::uint32_t;
using IdRing = std::vector<Id>;
constexpr Id nobody = ~Id{0};

std::uint64_t mixed(std::uint64_t h) { // finaliser of MurmurHash3 (public domain)
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdULL;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53ULL;
    return h ^ (h >> 33);
}

/// Numbers points in order of appearance; equal points share a number.
class Numbering {
public:
    explicit Numbering(std::size_t points) : m_slots(std::bit_ceil(2 * points + 2), nobody) {
        m_points.reserve(points);
    }

    Id number(geo::Point p) {
        const std::size_t mask = m_slots.size() - 1;
        // Adding 0 makes -0 equal to 0.
        const auto hash = mixed(std::bit_cast<std::uint64_t>(p.x + 0.0) ^
                                mixed(std::bit_cast<std::uint64_t>(p.y + 0.0)));
        for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
            if (m_slots[slot] == nobody) {
                m_slots[slot] = static_cast<Id>(m_points.size());
                m_points.push_back(p);
                return m_slots[slot];
            }
            if (m_points[m_slots[slot]] == p) return m_slots[slot];
        }
    }

    [[nodiscard]] const std::vector<geo::Point>& points() const { return m_points; }

private:
    std::vector<Id> m_slots;
    std::vector<geo::Point> m_points;
};

/// Which points are junctions: those that do not have the same two neighbours wherever they occur.
class Junctions {
public:
    explicit Junctions(std::size_t points) : m_neighbours(points, {nobody, nobody}) {}

    void add(const IdRing& ring) {
        const std::size_t n = ring.size();
        for (std::size_t i = 0; i < n; ++i) {
            const auto ends = std::minmax(ring[(i + n - 1) % n], ring[(i + 1) % n]);
            auto& known = m_neighbours[ring[i]];
            if (known.first == nobody) {
                known = ends;
            } else if (known != std::pair<Id, Id>(ends)) {
                known = {nobody - 1, nobody - 1}; // differs from any real pair
            }
        }
    }

    [[nodiscard]] bool at(Id point) const { return m_neighbours[point].first == nobody - 1; }

private:
    std::vector<std::pair<Id, Id>> m_neighbours;
};

class Builder {
public:
    explicit Builder(const std::vector<const geo::MultiPolygon*>& shapes)
        : m_shapes(shapes), m_numbering(count(shapes)), m_junctions(0) {}

    Topology build() {
        number_rings();
        auto ring = m_rings.begin();
        m_topology.wards.reserve(m_shapes.size());
        for (const auto* const shape : m_shapes) {
            auto& parts = m_topology.wards.emplace_back();
            stop_if_interrupted();
            for (const auto& part : shape->parts) {
                ArcPolygon polygon{arcs_of(*ring++), {}};
                for (std::size_t hole = 0; hole < part.holes.size(); ++hole) {
                    polygon.holes.push_back(arcs_of(*ring++));
                }
                parts.push_back(std::move(polygon));
            }
        }
        return std::move(m_topology);
    }

private:
    static std::size_t count(const std::vector<const geo::MultiPolygon*>& shapes) {
        std::size_t points = 0;
        for (const auto* const shape : shapes) {
            for (const auto& part : shape->parts) {
                points += part.outer.size();
                for (const auto& hole : part.holes) {
                    points += hole.size();
                }
            }
        }
        return points;
    }

    IdRing numbered(const geo::Ring& ring) {
        IdRing ids;
        ids.reserve(ring.size());
        for (const auto point : ring) {
            const Id id = m_numbering.number(point);
            if (ids.empty() || ids.back() != id) ids.push_back(id);
        }
        while (ids.size() > 1 && ids.front() == ids.back()) {
            ids.pop_back();
        }
        return ids;
    }

    void number_rings() {
        for (const auto* const shape : m_shapes) {
            for (const auto& part : shape->parts) {
                m_rings.push_back(numbered(part.outer));
                for (const auto& hole : part.holes) {
                    m_rings.push_back(numbered(hole));
                }
            }
        }
        m_junctions = Junctions(m_numbering.points().size());
        for (const auto& ring : m_rings) {
            m_junctions.add(ring);
        }
    }

    ArcRing arcs_of(IdRing& ring) {
        auto start =
            std::find_if(ring.begin(), ring.end(), [&](Id i) { return m_junctions.at(i); });
        // A ring that meets no other: a canonical start, the same for any ward that has it.
        if (start == ring.end()) start = std::min_element(ring.begin(), ring.end());
        std::rotate(ring.begin(), start, ring.end());
        ArcRing arcs;
        ring.push_back(ring.front()); // closed
        std::size_t from = 0;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            if (i + 1 < ring.size() && !m_junctions.at(ring[i])) continue;
            arcs.push_back(arc_of({&ring[from], i + 1 - from}));
            from = i;
        }
        IdRing().swap(ring);
        return arcs;
    }

    ArcUse arc_of(std::span<const Id> line) {
        const std::pair forward{line.front(), line[1]};
        const std::pair backward{line.back(), line[line.size() - 2]};
        const bool reversed = backward < forward;
        const auto& first = reversed ? backward : forward;
        // An arc is identified by its first edge: points within it have only two neighbours.
        const std::uint64_t key = (std::uint64_t{first.first} << 32) | first.second;
        const auto [at, is_new] =
            m_known.try_emplace(key, static_cast<std::uint32_t>(m_topology.arcs.size()));
        if (is_new) {
            Arc arc;
            arc.points.reserve(line.size());
            for (const Id id : line) {
                arc.points.push_back(m_numbering.points()[id]);
            }
            if (reversed) std::reverse(arc.points.begin(), arc.points.end());
            m_topology.arcs.push_back(std::move(arc));
        }
        ++m_topology.arcs[at->second].uses;
        return {at->second, reversed};
    }

    const std::vector<const geo::MultiPolygon*>& m_shapes;
    Numbering m_numbering;
    Junctions m_junctions;
    std::vector<IdRing> m_rings;
    std::unordered_map<std::uint64_t, std::uint32_t> m_known;
    Topology m_topology;
};

} // namespace

Topology topology_of(const std::vector<geo::MultiPolygon>& shapes) {
    std::vector<const geo::MultiPolygon*> all;
    all.reserve(shapes.size());
    for (const auto& shape : shapes) {
        all.push_back(&shape);
    }
    return Builder(all).build();
}

Topology topology_of(const WardSet& wards) {
    std::vector<const geo::MultiPolygon*> all;
    all.reserve(wards.wards.size());
    for (const auto& ward : wards.wards) {
        all.push_back(&ward.shape);
    }
    return Builder(all).build();
}

} // namespace wardmap::wards
