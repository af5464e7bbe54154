// SPDX-License-Identifier: MIT
#include "wards/neighbours.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <fmt/format.h>

#include "base/text.h"
#include "geo/operations.h"
#include "wards/ward.h"

namespace wardmap::wards {
namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;
using TreePoint = bg::model::point<double, 2, bg::cs::cartesian>;
using Entry = std::pair<TreePoint, std::size_t>;

Neighbours by_borders(const std::vector<Ward>& wards, bool lines_only, double snap_m) {
    std::vector<const geo::MultiPolygon*> shapes;
    for (const auto& ward : wards) {
        shapes.push_back(&ward.shape);
    }
    Neighbours found(wards.size());
    for (const auto& meeting : geo::meetings(shapes, snap_m, lines_only)) {
        if (lines_only && meeting.contact != geo::Contact::line) continue;
        found[meeting.i].push_back(meeting.j);
        found[meeting.j].push_back(meeting.i);
    }
    return found;
}

/// An index of the wards' centroids.
class Centroids {
public:
    explicit Centroids(const std::vector<Ward>& wards) {
        std::vector<Entry> entries;
        for (std::size_t i = 0; i < wards.size(); ++i) {
            m_points.push_back(geo::centroid(wards[i].shape));
            entries.emplace_back(TreePoint(m_points[i].x, m_points[i].y), i);
        }
        m_tree = Tree(entries);
    }

    [[nodiscard]] std::vector<std::size_t> within(std::size_t i, double distance) const {
        const auto p = m_points[i];
        const bg::model::box<TreePoint> box({p.x - distance, p.y - distance},
                                            {p.x + distance, p.y + distance});
        std::vector<Entry> hits;
        m_tree.query(bgi::intersects(box), std::back_inserter(hits));
        std::vector<std::size_t> found;
        for (const auto& [at, j] : hits) {
            if (j != i && apart(i, j) <= distance) found.push_back(j);
        }
        return found;
    }

    [[nodiscard]] std::vector<std::size_t> nearest(std::size_t i, std::size_t count) const {
        count = std::min(count, m_points.size() - 1);
        if (count == 0) return {};
        std::vector<Entry> hits;
        m_tree.query(
            bgi::nearest(TreePoint(m_points[i].x, m_points[i].y), static_cast<unsigned>(count + 1)),
            std::back_inserter(hits));
        double reach = 0;
        for (const auto& [at, j] : hits) {
            reach = std::max(reach, apart(i, j));
        }
        auto found = within(i, reach); // including ties with the last, so that ties are broken here
        std::sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(apart(i, a), a) < std::pair(apart(i, b), b);
        });
        found.resize(std::min(found.size(), count));
        return found;
    }

private:
    using Tree = bgi::rtree<Entry, bgi::quadratic<16>>;

    [[nodiscard]] double apart(std::size_t i, std::size_t j) const {
        return std::hypot(m_points[i].x - m_points[j].x, m_points[i].y - m_points[j].y);
    }

    std::vector<geo::Point> m_points;
    Tree m_tree;
};

Neighbours by_centroids(const std::vector<Ward>& wards, const wards::NeighbourSpec& spec) {
    const Centroids centroids(wards);
    Neighbours found;
    for (std::size_t i = 0; i < wards.size(); ++i) {
        found.push_back(spec.rule == wards::NeighbourSpec::Rule::nearest
                            ? centroids.nearest(i, spec.count)
                            : centroids.within(i, spec.distance_m));
    }
    return found;
}

} // namespace

Neighbours neighbours(const std::vector<Ward>& wards, const wards::NeighbourSpec& spec) {
    using Rule = wards::NeighbourSpec::Rule;
    const bool borders = spec.rule == Rule::queen || spec.rule == Rule::rook;
    auto found = borders ? by_borders(wards, spec.rule == Rule::rook, spec.snap_m)
                         : by_centroids(wards, spec);
    for (auto& list : found) {
        std::sort(list.begin(), list.end());
    }
    return found;
}

std::string describe(const wards::NeighbourSpec& spec) {
    using Rule = wards::NeighbourSpec::Rule;
    const std::string snap =
        spec.snap_m > 0 ? fmt::format(", borders within {} m", text::shortest(spec.snap_m)) : "";
    switch (spec.rule) {
    case Rule::queen:
        return "share a border or a corner (queen contiguity" + snap + ")";
    case Rule::rook:
        return "share a stretch of border (rook contiguity" + snap + ")";
    case Rule::nearest:
        return fmt::format("are the {} nearest by centroid", spec.count);
    case Rule::distance:
        return fmt::format("have centroids within {} m", text::shortest(spec.distance_m));
    }
    return {};
}

std::size_t connected_parts(const Neighbours& neighbours) {
    Neighbours links = neighbours;
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        for (const auto j : neighbours[i]) {
            links[j].push_back(i);
        }
    }
    std::vector<bool> reached(links.size(), false);
    std::size_t parts = 0;
    for (std::size_t start = 0; start < links.size(); ++start) {
        if (reached[start]) continue;
        ++parts;
        std::vector<std::size_t> waiting{start};
        reached[start] = true;
        while (!waiting.empty()) {
            const auto i = waiting.back();
            waiting.pop_back();
            for (const auto j : links[i]) {
                if (!reached[j]) waiting.push_back(j);
                reached[j] = true;
            }
        }
    }
    return parts;
}

} // namespace wardmap::wards
