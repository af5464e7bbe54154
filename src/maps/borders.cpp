// SPDX-License-Identifier: MIT
#include "maps/borders.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace wardmap::maps {
namespace {

bool before(geo::Point a, geo::Point b) {
    return a.x < b.x || (a.x == b.x && a.y < b.y);
}

/// An undirected edge, its ends in order.
struct Edge {
    geo::Point a;
    geo::Point b;

    bool operator==(const Edge&) const = default;
};

bool edge_before(const Edge& s, const Edge& t) {
    if (s.a != t.a) return before(s.a, t.a);
    return before(s.b, t.b);
}

void add_edges(const geo::Ring& ring, std::vector<Edge>& edges) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        Edge edge{ring[j], ring[i]};
        if (before(edge.b, edge.a)) std::swap(edge.a, edge.b);
        edges.push_back(edge);
    }
}

std::vector<Edge> edges_of(const std::vector<geo::MultiPolygon>& shapes) {
    std::vector<Edge> edges;
    for (const auto& shape : shapes) {
        for (const auto& part : shape.parts) {
            add_edges(part.outer, edges);
            for (const auto& hole : part.holes) {
                add_edges(hole, edges);
            }
        }
    }
    std::sort(edges.begin(), edges.end(), edge_before);
    return edges;
}

/// Edges of one kind, joined end to end.
class Chains {
public:
    explicit Chains(const std::vector<Edge>& edges) : m_used(edges.size(), false), m_edges(edges) {
        for (std::size_t i = 0; i < edges.size(); ++i) {
            m_ends.push_back({edges[i].a, i});
            m_ends.push_back({edges[i].b, i});
        }
        std::sort(m_ends.begin(), m_ends.end(), [](const End& s, const End& t) {
            return s.at != t.at ? before(s.at, t.at) : s.edge < t.edge;
        });
    }

    std::vector<geo::Ring> polylines() {
        std::vector<geo::Ring> lines;
        for (std::size_t i = 0; i < m_edges.size(); ++i) { // first what starts at a junction
            for (const auto start : {m_edges[i].a, m_edges[i].b}) {
                if (!m_used[i] && degree(start) != 2) lines.push_back(follow(i, start));
            }
        }
        for (std::size_t i = 0; i < m_edges.size(); ++i) { // then closed rings
            if (!m_used[i]) lines.push_back(follow(i, m_edges[i].a));
        }
        return lines;
    }

private:
    struct End {
        geo::Point at;
        std::size_t edge;
    };
    using Ends = std::vector<End>::const_iterator;

    [[nodiscard]] std::pair<Ends, Ends> ends_at(geo::Point p) const {
        const auto first =
            std::lower_bound(m_ends.begin(), m_ends.end(), p,
                             [](const End& e, geo::Point q) { return before(e.at, q); });
        auto last = first;
        while (last != m_ends.end() && last->at == p) {
            ++last;
        }
        return {first, last};
    }

    [[nodiscard]] std::ptrdiff_t degree(geo::Point p) const {
        const auto [first, last] = ends_at(p);
        return last - first;
    }

    geo::Ring follow(std::size_t edge, geo::Point start) {
        geo::Ring line{start};
        geo::Point at = start;
        while (true) {
            m_used[edge] = true;
            at = m_edges[edge].a == at ? m_edges[edge].b : m_edges[edge].a;
            line.push_back(at);
            const auto [first, last] = ends_at(at);
            if (last - first != 2) return line;
            const std::size_t next = first->edge == edge ? (first + 1)->edge : first->edge;
            if (m_used[next]) return line;
            edge = next;
        }
    }

    std::vector<bool> m_used;
    const std::vector<Edge>& m_edges;
    std::vector<End> m_ends;
};

} // namespace

Borders borders_of(const std::vector<geo::MultiPolygon>& shapes) {
    const auto edges = edges_of(shapes);
    std::vector<Edge> inner;
    std::vector<Edge> outline;
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t j = i + 1;
        while (j < edges.size() && edges[j] == edges[i]) {
            ++j;
        }
        (j - i > 1 ? inner : outline).push_back(edges[i]);
        i = j;
    }
    return {Chains(inner).polylines(), Chains(outline).polylines()};
}

} // namespace wardmap::maps
