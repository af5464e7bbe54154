// SPDX-License-Identifier: MIT
#include "maps/ground/hexagons.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include <fmt/format.h>

#include "geo/pole_of_inaccessibility.h"
#include "study/study.h"
#include "tables/cell.h"

namespace wardmap::maps {
namespace {

double distance2(geo::Point a, geo::Point b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

/// The centre of a ward's largest part.
geo::Point middle_of(const Ward& ward) {
    return geo::extent(geo::largest_part(ward.shape).outer).centre();
}

geo::MultiPolygon hexagon(geo::Point centre, double radius) {
    geo::Ring ring;
    for (int i = 0; i < 6; ++i) {
        const double angle = std::numbers::pi * (2 * i + 1) / 6; // pointy top
        // Whole metres, so that neighbours have the same corners.
        ring.push_back({std::round(centre.x + radius * std::cos(angle)),
                        std::round(centre.y + radius * std::sin(angle))});
    }
    return {{geo::Polygon{std::move(ring), {}}}};
}

/// As many lattice cells as there are wards, those nearest to any ward first.
std::vector<geo::Point> cells_for(const std::vector<geo::Point>& wards, const geo::Box& extent,
                                  double radius) {
    const double dx = std::sqrt(3.0) * radius;
    const double dy = 1.5 * radius;
    struct Cell {
        geo::Point at;
        double far;
    };
    std::vector<Cell> cells;
    int row = 0;
    for (double y = extent.min_y - 2 * dy; y <= extent.max_y + 2 * dy; y += dy, ++row) {
        const double shift = row % 2 == 0 ? 0 : dx / 2;
        for (double x = extent.min_x - 2 * dx + shift; x <= extent.max_x + 2 * dx; x += dx) {
            double nearest = std::numeric_limits<double>::infinity();
            for (const auto ward : wards) {
                nearest = std::min(nearest, distance2({x, y}, ward));
            }
            cells.push_back({{x, y}, nearest});
        }
    }
    std::stable_sort(cells.begin(), cells.end(),
                     [](const Cell& a, const Cell& b) { return a.far < b.far; });
    std::vector<geo::Point> chosen;
    for (std::size_t i = 0; i < wards.size(); ++i) {
        chosen.push_back(cells[i].at);
    }
    return chosen;
}

/// Assigns wards to cells (Kuhn 1955) by shortest augmenting paths with prices.
class Assignment {
public:
    Assignment(const std::vector<geo::Point>& wards, const std::vector<geo::Point>& cells)
        : m_wards(wards), m_cells(cells), m_ward_price(wards.size(), 0),
          m_cell_price(cells.size(), 0), m_ward_of(cells.size(), nobody) {}

    std::vector<std::size_t> solve() {
        for (std::size_t ward = 0; ward < m_wards.size(); ++ward) {
            place(ward);
        }
        std::vector<std::size_t> cell_of(m_wards.size());
        for (std::size_t cell = 0; cell < m_cells.size(); ++cell) {
            cell_of[m_ward_of[cell]] = cell;
        }
        return cell_of;
    }

private:
    static constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

    [[nodiscard]] double reduced(std::size_t ward, std::size_t cell) const {
        return distance2(m_wards[ward], m_cells[cell]) - m_ward_price[ward] - m_cell_price[cell];
    }

    /// Finds and applies the cheapest chain of moves that ends in a free cell.
    void place(std::size_t ward) {
        const std::size_t n = m_cells.size();
        std::vector<double> cost(n, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> from(n, nobody); // the previous cell in the chain
        std::vector<bool> done(n, false);
        std::size_t at_ward = ward;
        std::size_t at_cell = nobody;
        double so_far = 0;
        while (true) {
            std::size_t next = nobody;
            for (std::size_t cell = 0; cell < n; ++cell) {
                if (done[cell]) continue;
                const double through = so_far + reduced(at_ward, cell);
                if (through < cost[cell]) {
                    cost[cell] = through;
                    from[cell] = at_cell;
                }
                if (next == nobody || cost[cell] < cost[next]) next = cell;
            }
            so_far = cost[next];
            at_cell = next;
            done[next] = true;
            if (m_ward_of[next] == nobody) break;
            at_ward = m_ward_of[next];
        }
        reprice(ward, cost, done, so_far);
        while (at_cell != nobody) {
            const auto before = from[at_cell];
            m_ward_of[at_cell] = before == nobody ? ward : m_ward_of[before];
            at_cell = before;
        }
    }

    void reprice(std::size_t ward, const std::vector<double>& cost, const std::vector<bool>& done,
                 double total) {
        m_ward_price[ward] += total;
        for (std::size_t cell = 0; cell < cost.size(); ++cell) {
            if (!done[cell]) continue;
            m_cell_price[cell] -= total - cost[cell];
            if (m_ward_of[cell] != nobody) m_ward_price[m_ward_of[cell]] += total - cost[cell];
        }
    }

    const std::vector<geo::Point>& m_wards;
    const std::vector<geo::Point>& m_cells;
    std::vector<double> m_ward_price;
    std::vector<double> m_cell_price;
    std::vector<std::size_t> m_ward_of;
};

} // namespace

WardSet tiled(const WardSet& wards) {
    double area = 0;
    std::vector<geo::Point> middles;
    for (const auto& ward : wards.wards) {
        area += geo::area(ward.shape);
        middles.push_back(middle_of(ward));
    }
    const double each = area / static_cast<double>(wards.wards.size());
    const double radius = std::sqrt(2 * each / (3 * std::sqrt(3.0)));
    const auto cells = cells_for(middles, wards.extent(), radius);
    const auto cell_of = Assignment(middles, cells).solve();
    WardSet tiles = wards;
    for (std::size_t i = 0; i < cell_of.size(); ++i) {
        tiles.wards[i].shape = hexagon(cells[cell_of[i]], radius);
        tiles.wards[i].area_m2 = geo::area(tiles.wards[i].shape);
    }
    return tiles;
}

WardSet tiled(const Study& study) {
    if (!study.tiles) return tiled(wards::with_displaced_parts(study.wards, study.displaced_parts));
    WardSet tiles = study.wards;
    for (std::size_t i = 0; i < tiles.wards.size(); ++i) {
        tiles.wards[i].shape = study.tiles->shapes[i];
        tiles.wards[i].area_m2 = geo::area(tiles.wards[i].shape);
    }
    return tiles;
}

} // namespace wardmap::maps
