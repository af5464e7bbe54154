// SPDX-License-Identifier: MIT
#include "wards/displaced_parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "base/interrupt.h"
#include "geo/free_space.h"
#include "wards/ward.h"

namespace wardmap::wards {
namespace {

constexpr double least_gain = 1.25;
constexpr double most_area = 0.2;  // of all wards
constexpr double clear = 0.02;     // around islands in their box, of the rest's longer side
constexpr double together = 0.05;  // islands this close share a box
constexpr double grid_cells = 64;  // along the longer side, for connected components
constexpr double room_cells = 200; // along the rest's longer side, to find free space

/// Parts of wards not separated by wide water.
struct Group {
    std::vector<DisplacedParts::Part> parts;
    geo::Box box;
    double area = 0;
};

double longer(const geo::Box& box) {
    return std::max(box.width(), box.height());
}

geo::Box both(geo::Box a, const geo::Box& b) {
    a.add(b);
    return a;
}

/// A coarse raster: touching cells are connected.
class Grid {
public:
    explicit Grid(const geo::Box& box)
        : m_box(box), m_cell(longer(box) / grid_cells), m_columns(column(box.max_x) + 1),
          m_group(m_columns * (row(box.max_y) + 1), outside) {}

    void mark(const geo::Box& box) {
        for (auto r = row(box.min_y); r <= row(box.max_y); ++r) {
            for (auto c = column(box.min_x); c <= column(box.max_x); ++c) {
                m_group[r * m_columns + c] = unseen;
            }
        }
    }

    /// Numbers the connected components; returns how many there are.
    std::size_t number() {
        std::size_t groups = 0;
        for (std::size_t i = 0; i < m_group.size(); ++i) {
            if (m_group[i] == unseen) flood(i, groups++);
        }
        return groups;
    }

    [[nodiscard]] std::size_t group_at(const geo::Box& box) const {
        return m_group[row(box.min_y) * m_columns + column(box.min_x)];
    }

private:
    static constexpr std::size_t outside = static_cast<std::size_t>(-1);
    static constexpr std::size_t unseen = static_cast<std::size_t>(-2);

    [[nodiscard]] std::size_t column(double x) const {
        return static_cast<std::size_t>((x - m_box.min_x) / m_cell);
    }
    [[nodiscard]] std::size_t row(double y) const {
        return static_cast<std::size_t>((y - m_box.min_y) / m_cell);
    }

    void flood(std::size_t from, std::size_t group) {
        std::vector<std::size_t> open = {from};
        m_group[from] = group;
        const std::size_t rows = m_group.size() / m_columns;
        while (!open.empty()) {
            stop_if_interrupted();
            const auto c = open.back() % m_columns;
            const auto r = open.back() / m_columns;
            open.pop_back();
            for (auto y = r - std::min<std::size_t>(r, 1); y < std::min(r + 2, rows); ++y) {
                for (auto x = c - std::min<std::size_t>(c, 1); x < std::min(c + 2, m_columns);
                     ++x) {
                    auto& cell = m_group[y * m_columns + x];
                    if (cell != unseen) continue;
                    cell = group;
                    open.push_back(y * m_columns + x);
                }
            }
        }
    }

    geo::Box m_box;
    double m_cell;
    std::size_t m_columns;
    std::vector<std::size_t> m_group;
};

/// The largest first, then the others from the farthest to the nearest.
std::vector<Group> groups_of(const WardSet& wards, const geo::Box& extent) {
    Grid grid(extent);
    for (const auto& ward : wards.wards) {
        for (const auto& part : ward.shape.parts) {
            grid.mark(geo::extent(part.outer));
        }
    }
    std::vector<Group> groups(grid.number());
    for (std::size_t w = 0; w < wards.wards.size(); ++w) {
        const auto& parts = wards.wards[w].shape.parts;
        for (std::size_t p = 0; p < parts.size(); ++p) {
            const auto box = geo::extent(parts[p].outer);
            auto& group = groups[grid.group_at(box)];
            group.parts.push_back({w, p});
            group.box.add(box);
            group.area += geo::area(parts[p]);
        }
    }
    const auto main =
        std::max_element(groups.begin(), groups.end(),
                         [](const Group& a, const Group& b) { return a.area < b.area; });
    std::iter_swap(groups.begin(), main);
    const auto& kept = groups.front().box;
    const auto away = [&kept](const Group& group) {
        const double x = std::max(group.box.min_x - kept.max_x, kept.min_x - group.box.max_x);
        const double y = std::max(group.box.min_y - kept.max_y, kept.min_y - group.box.max_y);
        return std::hypot(std::max(0.0, x), std::max(0.0, y));
    };
    std::stable_sort(groups.begin() + 1, groups.end(),
                     [&](const Group& a, const Group& b) { return away(a) > away(b); });
    return groups;
}

/// The extent of the first group and of those from `first` on.
geo::Box extent_without(const std::vector<Group>& groups, std::size_t first) {
    auto box = groups.front().box;
    for (std::size_t g = first; g < groups.size(); ++g) {
        box.add(groups[g].box);
    }
    return box;
}

/// Number of groups after the first to move: the fewest that give nearly all of the possible gain.
std::size_t how_many(const std::vector<Group>& groups, const geo::Box& extent) {
    const double all = std::accumulate(groups.begin(), groups.end(), 0.0,
                                       [](double sum, const Group& g) { return sum + g.area; });
    std::vector<double> gain = {1};
    double moved = 0;
    for (std::size_t k = 1; k < groups.size(); ++k) {
        moved += groups[k].area;
        if (moved > most_area * all) break;
        gain.push_back(longer(extent) / longer(extent_without(groups, k + 1)));
    }
    const double most = *std::max_element(gain.begin(), gain.end());
    if (most < least_gain) return 0;
    return static_cast<std::size_t>(
        std::find_if(gain.begin(), gain.end(), [most](double g) { return g >= 0.97 * most; }) -
        gain.begin());
}

/// Groups that share a box.
std::vector<DisplacedParts> boxed(const std::vector<Group>& groups, std::size_t count,
                                  double side) {
    std::vector<DisplacedParts> islands;
    for (std::size_t g = 1; g <= count; ++g) {
        DisplacedParts next{groups[g].parts, groups[g].box.grown(clear * side), {}};
        for (auto it = islands.begin(); it != islands.end();) {
            if (!it->from.grown(together * side).overlaps(next.from)) {
                ++it;
                continue;
            }
            next.parts.insert(next.parts.end(), it->parts.begin(), it->parts.end());
            next.from.add(it->from);
            it = islands.erase(it);
        }
        islands.push_back(std::move(next));
    }
    for (auto& island : islands) {
        std::sort(island.parts.begin(), island.parts.end(), [](const auto& a, const auto& b) {
            return a.ward != b.ward ? a.ward < b.ward : a.part < b.part;
        });
    }
    return islands;
}

geo::Polygon scaled(geo::Polygon polygon, double by) {
    const auto scale = [by](geo::Ring& ring) {
        for (auto& point : ring) {
            point = {by * point.x, by * point.y};
        }
    };
    scale(polygon.outer);
    for (auto& hole : polygon.holes) {
        scale(hole);
    }
    return polygon;
}

geo::Box scaled(const geo::Box& box, double by) {
    return {by * box.min_x, by * box.min_y, by * box.max_x, by * box.max_y};
}

geo::OccupancyGrid room_of(const WardSet& wards, const std::vector<Group>& groups,
                           std::size_t moved, const geo::Box& box, double by) {
    geo::OccupancyGrid room(scaled(box, by));
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (g >= 1 && g <= moved) continue;
        for (const auto& [ward, part] : groups[g].parts) {
            room.take(geo::MultiPolygon{{scaled(wards.wards[ward].shape.parts[part], by)}});
        }
    }
    return room;
}

/// Places the boxes where the extent grows least, then as near as possible to their true position.
/// Returns the extent with them; an empty one if there is no space.
geo::Box place(std::vector<DisplacedParts>& islands, const WardSet& wards,
               const std::vector<Group>& groups, std::size_t moved, geo::Box rest) {
    const double side = longer(rest);
    const double by = room_cells / side;
    double widest = 0;
    for (const auto& island : islands) {
        widest = std::max(widest, longer(island.from));
    }
    auto room = room_of(wards, groups, moved, rest.grown(widest + 2 * clear * side), by);
    for (auto& island : islands) {
        const auto home = scaled(island.from, by).centre();
        const auto now = scaled(rest, by);
        const auto cost = [&](const geo::Box& box) {
            const auto grown = both(now, box);
            return 1000 * (longer(grown) - longer(now)) +
                   100 * (std::min(grown.width(), grown.height()) -
                          std::min(now.width(), now.height())) +
                   std::hypot(box.centre().x - home.x, box.centre().y - home.y);
        };
        const auto found = room.free().place(by * island.from.width(), by * island.from.height(),
                                             room_cells * clear / 2, cost);
        if (!found) return {};
        room.take(*found);
        const geo::Point corner{found->min_x / by, found->min_y / by};
        island.to = {corner.x, corner.y, corner.x + island.from.width(),
                     corner.y + island.from.height()};
        rest.add(island.to);
    }
    return rest;
}

} // namespace

std::vector<DisplacedParts> find_displaced_parts(const WardSet& wards) {
    const auto extent = wards.extent();
    if (extent.empty() || longer(extent) <= 0) return {};
    const auto groups = groups_of(wards, extent);
    const auto moved = how_many(groups, extent);
    if (moved == 0) return {};
    const auto rest = extent_without(groups, moved + 1);
    auto islands = boxed(groups, moved, longer(rest));
    const auto after = place(islands, wards, groups, moved, rest);
    if (after.empty() || longer(extent) < least_gain * longer(after)) return {};
    return islands;
}

WardSet with_displaced_parts(WardSet wards, const std::vector<DisplacedParts>& islands) {
    for (const auto& island : islands) {
        const double dx = island.to.min_x - island.from.min_x;
        const double dy = island.to.min_y - island.from.min_y;
        const auto move = [dx, dy](geo::Ring& ring) {
            for (auto& point : ring) {
                point = {point.x + dx, point.y + dy};
            }
        };
        for (const auto& [ward, part] : island.parts) {
            auto& polygon = wards.wards[ward].shape.parts[part];
            move(polygon.outer);
            for (auto& hole : polygon.holes) {
                move(hole);
            }
        }
    }
    return wards;
}

} // namespace wardmap::wards
