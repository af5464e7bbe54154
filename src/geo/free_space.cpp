// SPDX-License-Identifier: MIT
#include "geo/free_space.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/interrupt.h"

namespace wardmap::geo {
namespace {

constexpr double cell = 1;

void crossings(const Ring& ring, double y, std::vector<double>& at) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const auto a = ring[j];
        const auto b = ring[i];
        if ((a.y > y) == (b.y > y)) continue;
        at.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
}

} // namespace

OccupancyGrid::OccupancyGrid(const Box& box)
    : m_box(box), m_columns(static_cast<std::ptrdiff_t>(std::ceil(box.width() / cell))),
      m_rows(static_cast<std::ptrdiff_t>(std::ceil(box.height() / cell))),
      m_taken(static_cast<std::size_t>(m_columns * m_rows), 0) {}

std::ptrdiff_t OccupancyGrid::column(double x) const {
    return static_cast<std::ptrdiff_t>(std::floor((x - m_box.min_x) / cell));
}

std::ptrdiff_t OccupancyGrid::row(double y) const {
    return static_cast<std::ptrdiff_t>(std::floor((y - m_box.min_y) / cell));
}

void OccupancyGrid::mark(std::ptrdiff_t column, std::ptrdiff_t row) {
    if (column < 0 || row < 0 || column >= m_columns || row >= m_rows) return;
    m_taken[static_cast<std::size_t>(row * m_columns + column)] = 1;
}

void OccupancyGrid::take_line(Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    constexpr double short_of_a_step = 0.249 * cell * cell; // most sides of an outline, squared
    const int steps = dx * dx + dy * dy < short_of_a_step
                          ? 1
                          : 1 + static_cast<int>(std::hypot(dx, dy) / (cell / 2));
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        mark(column(a.x + t * (b.x - a.x)), row(a.y + t * (b.y - a.y)));
    }
}

void OccupancyGrid::take_inside(const Polygon& part) {
    const auto box = extent(part.outer);
    std::vector<double> at;
    for (auto r = row(box.min_y); r <= row(box.max_y); ++r) {
        const double y = m_box.min_y + (static_cast<double>(r) + 0.5) * cell;
        at.clear();
        crossings(part.outer, y, at);
        for (const auto& hole : part.holes) {
            crossings(hole, y, at);
        }
        std::sort(at.begin(), at.end());
        for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
            for (auto c = column(at[i]); c <= column(at[i + 1]); ++c) {
                mark(c, r);
            }
        }
    }
}

void OccupancyGrid::take(const MultiPolygon& shape) {
    for (const auto& part : shape.parts) {
        take_inside(part);
        for (std::size_t i = 0; i < part.outer.size(); ++i) {
            take_line(part.outer[i], part.outer[(i + 1) % part.outer.size()]);
        }
    }
}

void OccupancyGrid::take(const Box& box) {
    for (auto r = row(box.min_y); r <= row(box.max_y); ++r) {
        for (auto c = column(box.min_x); c <= column(box.max_x); ++c) {
            mark(c, r);
        }
    }
}

FreeSpace OccupancyGrid::free() const {
    const auto wide = static_cast<std::size_t>(m_columns) + 1;
    std::vector<int> sums(wide * (static_cast<std::size_t>(m_rows) + 1), 0);
    for (std::size_t r = 1; r <= static_cast<std::size_t>(m_rows); ++r) {
        for (std::size_t c = 1; c < wide; ++c) {
            sums[r * wide + c] = m_taken[(r - 1) * (wide - 1) + c - 1] + sums[(r - 1) * wide + c] +
                                 sums[r * wide + c - 1] - sums[(r - 1) * wide + c - 1];
        }
    }
    return {m_box, m_columns, m_rows, std::move(sums)};
}

FreeSpace::FreeSpace(const Box& box, std::ptrdiff_t columns, std::ptrdiff_t rows,
                     std::vector<int> taken_before)
    : m_box(box), m_columns(columns), m_rows(rows), m_taken_before(std::move(taken_before)) {}

FreeSpace::Span FreeSpace::span(double from, double min, double max, std::ptrdiff_t cells) {
    const auto cell_at = [from, cells](double to) {
        return std::clamp(static_cast<std::ptrdiff_t>(std::floor((to - from) / cell)),
                          std::ptrdiff_t{0}, cells);
    };
    return {cell_at(min), cell_at(max + cell)};
}

bool FreeSpace::is_free(const Span& columns, const Span& rows) const {
    const auto before = [&](std::ptrdiff_t c, std::ptrdiff_t r) {
        return m_taken_before[static_cast<std::size_t>(r * (m_columns + 1) + c)];
    };
    return before(columns.to, rows.to) - before(columns.from, rows.to) -
               before(columns.to, rows.from) + before(columns.from, rows.from) ==
           0;
}

bool FreeSpace::is_free(const Box& box) const {
    return is_free(span(m_box.min_x, box.min_x, box.max_x, m_columns),
                   span(m_box.min_y, box.min_y, box.max_y, m_rows));
}

template <typename Cost>
std::optional<Box> FreeSpace::cheapest(double width, double height, double clearance,
                                       const Cost& cost) const {
    const auto places = [](double from, double to) {
        std::vector<double> all{from};
        while (all.back() < to) {
            all.push_back(std::min(to, all.back() + 2));
        }
        return all;
    };
    std::optional<Box> best;
    double least = HUGE_VAL;
    const double right = m_box.max_x - width;
    const double low = m_box.max_y - height;
    if (right < m_box.min_x || low < m_box.min_y) return best;
    const auto ys = places(m_box.min_y, low);
    std::vector<Span> rows;
    rows.reserve(ys.size());
    for (const double y : ys) {
        rows.push_back(span(m_box.min_y, y - clearance, y + height + clearance, m_rows));
    }
    for (const double x : places(m_box.min_x, right)) {
        stop_if_interrupted();
        const auto columns = span(m_box.min_x, x - clearance, x + width + clearance, m_columns);
        for (std::size_t j = 0; j < ys.size(); ++j) {
            const Box box{x, ys[j], x + width, ys[j] + height};
            const double here = cost(box);
            if (here >= least || !is_free(columns, rows[j])) continue;
            best = box;
            least = here;
        }
    }
    return best;
}

std::optional<Box> FreeSpace::place(double width, double height, double clearance) const {
    const double right = m_box.max_x - width;
    const double low = m_box.max_y - height;
    return cheapest(width, height, clearance, [&](const Box& box) {
        return std::min(box.min_x - m_box.min_x, right - box.min_x) +
               std::min(box.min_y - m_box.min_y, low - box.min_y) + 0.001 * (box.min_x + box.min_y);
    });
}

std::optional<Box> FreeSpace::place(double width, double height, double clearance,
                                    const std::function<double(const Box&)>& cost) const {
    return cheapest(width, height, clearance, cost);
}

double OccupancyGrid::free_share() const {
    const auto taken = std::count(m_taken.begin(), m_taken.end(), 1);
    return 1 - static_cast<double>(taken) / static_cast<double>(m_taken.size());
}

Box OccupancyGrid::largest_free() const {
    // Row by row: how far each column is free upwards, and the widest run at each height.
    std::vector<std::ptrdiff_t> up(static_cast<std::size_t>(m_columns), 0);
    Box best;
    double largest = 0;
    for (std::ptrdiff_t r = 0; r < m_rows; ++r) {
        stop_if_interrupted();
        for (std::ptrdiff_t c = 0; c < m_columns; ++c) {
            auto& height = up[static_cast<std::size_t>(c)];
            height = m_taken[static_cast<std::size_t>(r * m_columns + c)] != 0 ? 0 : height + 1;
        }
        for (std::ptrdiff_t c = 0; c < m_columns; ++c) {
            std::ptrdiff_t lowest = up[static_cast<std::size_t>(c)];
            for (std::ptrdiff_t d = c; d < m_columns && lowest > 0; ++d) {
                lowest = std::min(lowest, up[static_cast<std::size_t>(d)]);
                const auto area = static_cast<double>(lowest * (d - c + 1)) * cell * cell;
                if (area <= largest) continue;
                largest = area;
                best = {m_box.min_x + static_cast<double>(c) * cell,
                        m_box.min_y + static_cast<double>(r + 1 - lowest) * cell,
                        m_box.min_x + static_cast<double>(d + 1) * cell,
                        m_box.min_y + static_cast<double>(r + 1) * cell};
            }
        }
    }
    return best;
}

} // namespace wardmap::geo
