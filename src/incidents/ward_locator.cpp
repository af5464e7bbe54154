// SPDX-License-Identifier: MIT
#include "incidents/ward_locator.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/interrupt.h"
#include "base/parallel.h"
#include "incidents/orientation.h"
#include "wards/ward.h"

namespace wardmap::incidents {
namespace {

constexpr double most_cells = 4'000'000;
constexpr double least_cells = 256;
/// Position of the reference point in a cell, unlikely to be on a digitised line.
constexpr double reference_x = 0.61803398874989485;
constexpr double reference_y = 0.41421356237309503;
/// Margin, as a share of a cell's side, for including edges, so that none is lost by rounding.
constexpr double margin = 1e-6;

double squared_distance(geo::Point p, geo::Point a, geo::Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along =
        length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    const double ex = a.x + along * dx - p.x;
    const double ey = a.y + along * dy - p.y;
    return ex * ex + ey * ey;
}

/// Whether an edge is wholly to one side of a box.
bool is_beside(const geo::Box& box, geo::Point a, geo::Point b) {
    return std::max(a.x, b.x) < box.min_x || std::min(a.x, b.x) > box.max_x ||
           std::max(a.y, b.y) < box.min_y || std::min(a.y, b.y) > box.max_y;
}

bool is_on_line(geo::Point p, geo::Point a, geo::Point b) {
    return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y) && orientation(a, b, p) == 0;
}

/// Whether p is to the right of an edge that crosses its height.
bool right_of(geo::Point p, geo::Point a, geo::Point b) {
    const int side = orientation(a, b, p);
    return b.y > a.y ? side < 0 : side > 0;
}

/// The code of a mixed cell: they count down from -2.
constexpr std::int32_t as_mixed(std::size_t number) {
    return -2 - static_cast<std::int32_t>(number);
}
constexpr std::size_t mixed_number(std::int32_t cell) {
    return static_cast<std::size_t>(-2 - cell);
}

} // namespace

WardLocator::WardLocator(const std::vector<Ward>& wards, int threads) {
    gather_edges(wards);
    if (m_edges.empty()) return;
    lay_grid();
    sort_edges_into_cells();
    mark_insides(threads);
    mark_sides(threads);
}

void WardLocator::gather_edges(const std::vector<Ward>& wards) {
    const auto add_ring = [this](const geo::Ring& ring, geo::Box& box) {
        for (const auto p : ring) {
            m_edges.push_back(static_cast<std::uint32_t>(m_points.size()));
            m_points.push_back(p);
            box.add(p);
        }
        if (!ring.empty()) m_points.push_back(ring.front());
    };
    for (const auto& ward : wards) {
        m_ward_edges.push_back(m_edges.size());
        auto& box = m_boxes.emplace_back();
        for (const auto& part : ward.shape.parts) {
            add_ring(part.outer, box);
            for (const auto& hole : part.holes) {
                add_ring(hole, box);
            }
        }
        m_extent.add(box);
    }
    m_ward_edges.push_back(m_edges.size());
}

void WardLocator::lay_grid() {
    const double cells =
        std::clamp(2.0 * static_cast<double>(m_edges.size()), least_cells, most_cells);
    const double long_side = std::max(m_extent.width(), m_extent.height());
    const double short_side =
        std::max(std::min(m_extent.width(), m_extent.height()), long_side / cells);
    m_cell = std::sqrt(std::max(long_side, 1e-6) * std::max(short_side, 1e-6) / cells);
    m_origin = {m_extent.min_x - m_cell / 2, m_extent.min_y - m_cell / 2};
    m_columns = static_cast<std::size_t>(m_extent.width() / m_cell) + 2;
    m_rows = static_cast<std::size_t>(m_extent.height() / m_cell) + 2;
    m_cells.assign(m_columns * m_rows, empty_cell);
}

geo::Point WardLocator::reference(std::size_t column, std::size_t row) const {
    return {m_origin.x + (static_cast<double>(column) + reference_x) * m_cell,
            m_origin.y + (static_cast<double>(row) + reference_y) * m_cell};
}

std::size_t WardLocator::column_of(double x) const {
    const double column = (x - m_origin.x) / m_cell;
    return column > 0 ? std::min(static_cast<std::size_t>(column), m_columns - 1) : 0;
}

std::size_t WardLocator::row_of(double y) const {
    const double row = (y - m_origin.y) / m_cell;
    return row > 0 ? std::min(static_cast<std::size_t>(row), m_rows - 1) : 0;
}

/// Visits every cell that the edge touches, and some adjacent ones.
template <typename Visit>
void WardLocator::visit_cells(std::uint32_t edge, const Visit& visit) const {
    auto low = m_points[edge];
    auto high = m_points[edge + 1];
    if (low.y > high.y) std::swap(low, high);
    const double room = margin * m_cell;
    const auto first_row = row_of(low.y - room);
    const auto last_row = row_of(high.y + room);
    const auto x_at = [&](double y) {
        if (!(y > low.y)) return low.x;
        if (!(y < high.y)) return high.x;
        return low.x + (high.x - low.x) * ((y - low.y) / (high.y - low.y));
    };
    for (auto row = first_row; row <= last_row; ++row) {
        const double bottom = m_origin.y + static_cast<double>(row) * m_cell;
        auto from = first_row == last_row ? low.x : x_at(bottom - room);
        auto to = first_row == last_row ? high.x : x_at(bottom + m_cell + room);
        if (from > to) std::swap(from, to);
        const auto last = column_of(to + room);
        for (auto column = column_of(from - room); column <= last; ++column) {
            visit(row * m_columns + column);
        }
    }
}

void WardLocator::sort_edges_into_cells() {
    std::vector<std::uint32_t> begin(m_cells.size() + 1, 0);
    for (const auto edge : m_edges) {
        visit_cells(edge, [&](std::size_t cell) { ++begin[cell + 1]; });
    }
    stop_if_interrupted();
    for (std::size_t cell = 0; cell < m_cells.size(); ++cell) {
        if (begin[cell + 1] > 0) {
            m_cells[cell] = as_mixed(m_mixed_cells.size());
            m_mixed_cells.push_back(static_cast<std::uint32_t>(cell));
        }
        begin[cell + 1] += begin[cell];
    }
    m_cell_edges.resize(begin.back());
    std::vector<std::int32_t> wards(begin.back()); // of m_cell_edges
    auto next = begin;
    for (std::size_t ward = 0; ward + 1 < m_ward_edges.size(); ++ward) {
        for (auto i = m_ward_edges[ward]; i < m_ward_edges[ward + 1]; ++i) {
            visit_cells(m_edges[i], [&](std::size_t cell) {
                wards[next[cell]] = static_cast<std::int32_t>(ward);
                m_cell_edges[next[cell]++] = m_edges[i];
            });
        }
    }
    stop_if_interrupted();
    for (const auto cell : m_mixed_cells) {
        m_mixed_begin.push_back(static_cast<std::uint32_t>(m_candidates.size()));
        for (auto i = begin[cell]; i < begin[cell + 1]; ++i) {
            if (i == begin[cell] || wards[i] != wards[i - 1]) {
                m_candidates.push_back({wards[i], i, i, false});
            }
            ++m_candidates.back().end_edge;
        }
    }
    m_mixed_begin.push_back(static_cast<std::uint32_t>(m_candidates.size()));
}

/// The points at which the lines through the reference points of a row enter and leave the ward.
std::vector<WardLocator::Span> WardLocator::spans_of(std::size_t ward) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> crossings; // row, first column after it
    for (auto i = m_ward_edges[ward]; i < m_ward_edges[ward + 1]; ++i) {
        const auto a = m_points[m_edges[i]];
        const auto b = m_points[m_edges[i] + 1];
        const auto last = row_of(std::max(a.y, b.y));
        for (auto row = row_of(std::min(a.y, b.y)); row <= last; ++row) {
            const double y = reference(0, row).y;
            if ((a.y > y) == (b.y > y)) continue;
            const double x = a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
            auto column = column_of(x);
            while (column > 0 && right_of(reference(column - 1, row), a, b)) {
                --column;
            }
            while (column < m_columns && !right_of(reference(column, row), a, b)) {
                ++column;
            }
            crossings.emplace_back(static_cast<std::uint32_t>(row),
                                   static_cast<std::uint32_t>(column));
        }
    }
    std::sort(crossings.begin(), crossings.end());
    std::vector<Span> spans;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        spans.push_back({crossings[i].first, crossings[i].second, crossings[i + 1].second});
    }
    return spans;
}

void WardLocator::mark_insides(int threads) {
    std::vector<std::vector<Span>> spans(m_boxes.size());
    parallel_for(spans.size(), threads, [&](std::size_t ward) { spans[ward] = spans_of(ward); });
    for (std::size_t ward = 0; ward < spans.size(); ++ward) {
        for (const auto& span : spans[ward]) {
            mark_span(static_cast<std::int32_t>(ward), span);
        }
    }
    if (m_covers.empty()) return;
    std::sort(m_covers.begin(), m_covers.end(), [](const Cover& a, const Cover& b) {
        return std::pair(a.mixed, a.ward) < std::pair(b.mixed, b.ward);
    });
    std::vector<Candidate> all;
    std::vector<std::uint32_t> begin;
    auto cover = m_covers.begin();
    for (std::uint32_t mixed = 0; mixed < m_mixed_cells.size(); ++mixed) {
        const auto first = static_cast<std::ptrdiff_t>(all.size());
        begin.push_back(static_cast<std::uint32_t>(first));
        all.insert(all.end(), m_candidates.begin() + m_mixed_begin[mixed],
                   m_candidates.begin() + m_mixed_begin[mixed + 1]);
        for (; cover != m_covers.end() && cover->mixed == mixed; ++cover) {
            all.push_back({cover->ward, 0, 0, true});
        }
        std::sort(all.begin() + first, all.end(),
                  [](const Candidate& a, const Candidate& b) { return a.ward < b.ward; });
    }
    begin.push_back(static_cast<std::uint32_t>(all.size()));
    m_candidates = std::move(all);
    m_mixed_begin = std::move(begin);
    m_covers = {};
}

void WardLocator::mark_span(std::int32_t ward, const Span& span) {
    for (auto column = span.first; column < span.end; ++column) {
        const auto at = span.row * m_columns + column;
        auto& cell = m_cells[at];
        if (cell == empty_cell) {
            cell = ward;
            continue;
        }
        if (cell >= 0) { // two wards overlap here
            m_covers.push_back({static_cast<std::uint32_t>(m_mixed_cells.size()), cell});
            cell = as_mixed(m_mixed_cells.size());
            m_mixed_cells.push_back(static_cast<std::uint32_t>(at));
            m_mixed_begin.push_back(m_mixed_begin.back());
        }
        const auto mixed = mixed_number(cell);
        const auto end = m_candidates.begin() + m_mixed_begin[mixed + 1];
        const auto own = std::find_if(m_candidates.begin() + m_mixed_begin[mixed], end,
                                      [&](const Candidate& c) { return c.ward == ward; });
        if (own != end) {
            own->holds_reference = true;
        } else {
            m_covers.push_back({static_cast<std::uint32_t>(mixed), ward});
        }
    }
}

void WardLocator::mark_sides(int threads) {
    constexpr std::size_t cells_at_once = 4096;
    m_doubtful.assign(m_mixed_cells.size(), 0);
    parallel_for(m_mixed_cells.size() / cells_at_once + 1, threads, [&](std::size_t part) {
        const auto end = std::min((part + 1) * cells_at_once, m_mixed_cells.size());
        for (auto mixed = part * cells_at_once; mixed < end; ++mixed) {
            mark_sides_of(mixed);
        }
    });
}

void WardLocator::mark_sides_of(std::size_t mixed) {
    const auto cell = m_mixed_cells[mixed];
    const auto at = reference(cell % m_columns, cell / m_columns);
    for (auto c = m_mixed_begin[mixed]; c < m_mixed_begin[mixed + 1]; ++c) {
        for (auto i = m_candidates[c].first_edge; i < m_candidates[c].end_edge; ++i) {
            const auto edge = m_cell_edges[i];
            const int side = orientation(m_points[edge], m_points[edge + 1], at);
            if (side == 0) m_doubtful[mixed] = 1;
            if (side > 0) m_cell_edges[i] |= reference_is_left;
        }
    }
}

/// Precondition: no edge of the candidate is in line with `at`.
WardLocator::Side WardLocator::side_of(const Candidate& candidate, geo::Point p,
                                       geo::Point at) const {
    bool inside = candidate.holds_reference;
    std::uint32_t last = reference_is_left; // the end of the previous edge, and its side
    bool last_is_left = false;
    for (auto i = candidate.first_edge; i < candidate.end_edge; ++i) {
        const auto edge = m_cell_edges[i] & ~reference_is_left;
        const auto a = m_points[edge];
        const auto b = m_points[edge + 1];
        if (is_on_line(p, a, b)) return Side::border;
        // An end exactly on the line counts as on one side, the same for both edges there.
        const bool a_is_left = edge == last ? last_is_left : orientation(p, at, a) > 0;
        const bool b_is_left = orientation(p, at, b) > 0;
        last = edge + 1;
        last_is_left = b_is_left;
        if (a_is_left == b_is_left) continue;
        const bool at_is_left = (m_cell_edges[i] & reference_is_left) != 0;
        if ((orientation(a, b, p) > 0) != at_is_left) inside = !inside;
    }
    return inside ? Side::inside : Side::outside;
}

WardLocator::Side WardLocator::side_of_all(std::size_t ward, geo::Point p) const {
    bool inside = false;
    for (auto i = m_ward_edges[ward]; i < m_ward_edges[ward + 1]; ++i) {
        const auto a = m_points[m_edges[i]];
        const auto b = m_points[m_edges[i] + 1];
        if (is_on_line(p, a, b)) return Side::border;
        if ((a.y > p.y) != (b.y > p.y) && right_of(p, a, b)) inside = !inside;
    }
    return inside ? Side::inside : Side::outside;
}

namespace {

/// Wards are in order of code.
void take(Location& location, std::int32_t ward, bool inside, bool& is_within_another) {
    if (location.ward == Location::nowhere) location.ward = ward;
    if (!inside) {
        location.on_border = true;
    } else {
        location.in_several = is_within_another;
        is_within_another = true;
    }
}

} // namespace

Location WardLocator::locate_in_all(geo::Point p) const {
    Location location;
    bool within = false;
    for (std::size_t ward = 0; ward < m_boxes.size(); ++ward) {
        if (!m_boxes[ward].contains(p)) continue;
        const auto side = side_of_all(ward, p);
        if (side == Side::outside) continue;
        take(location, static_cast<std::int32_t>(ward), side == Side::inside, within);
    }
    return location;
}

Location WardLocator::locate(geo::Point p) const {
    Location location;
    if (!m_extent.contains(p)) return location;
    const auto column = column_of(p.x);
    const auto row = row_of(p.y);
    const auto cell = m_cells[row * m_columns + column];
    if (cell >= empty_cell) {
        location.ward = cell;
        return location;
    }
    const auto mixed = mixed_number(cell);
    if (m_doubtful[mixed] != 0) return locate_in_all(p);
    const auto at = reference(column, row);
    bool within = false;
    for (auto c = m_mixed_begin[mixed]; c < m_mixed_begin[mixed + 1]; ++c) {
        const auto side = side_of(m_candidates[c], p, at);
        if (side == Side::outside) continue;
        take(location, m_candidates[c].ward, side == Side::inside, within);
    }
    return location;
}

double WardLocator::border_distance(geo::Point p, double most) const {
    constexpr double far = std::numeric_limits<double>::infinity();
    if (m_edges.empty() || !m_extent.grown(most).contains(p)) return far;
    const auto near = geo::Box{p.x, p.y, p.x, p.y}.grown(most);
    double nearest = most * most;
    bool found = false;
    const auto last_row = row_of(p.y + most);
    const auto first_column = column_of(p.x - most);
    const auto last_column = column_of(p.x + most);
    for (auto row = row_of(p.y - most); row <= last_row; ++row) {
        for (auto column = first_column; column <= last_column; ++column) {
            const auto cell = m_cells[row * m_columns + column];
            if (cell >= empty_cell) continue;
            const auto mixed = mixed_number(cell);
            for (auto c = m_mixed_begin[mixed]; c < m_mixed_begin[mixed + 1]; ++c) {
                for (auto i = m_candidates[c].first_edge; i < m_candidates[c].end_edge; ++i) {
                    const auto edge = m_cell_edges[i] & ~reference_is_left;
                    const auto a = m_points[edge];
                    const auto b = m_points[edge + 1];
                    if (is_beside(near, a, b)) continue;
                    const double d = squared_distance(p, a, b);
                    if (d > nearest) continue;
                    nearest = d;
                    found = true;
                }
            }
        }
    }
    return found ? std::sqrt(nearest) : far;
}

} // namespace wardmap::incidents
