// SPDX-License-Identifier: MIT
#include "geo/box_grid.h"

#include <cmath>

namespace wardmap::geo {
namespace {

std::size_t cells_along(double length, double cell) {
    return static_cast<std::size_t>(std::max(1.0, std::ceil(length / cell)));
}

} // namespace

BoxGrid::BoxGrid(const Box& area, double cell)
    : m_area(area), m_cell(cell), m_columns(cells_along(area.width(), cell)),
      m_rows(cells_along(area.height(), cell)), m_cells(m_columns * m_rows) {}

BoxGrid::Span BoxGrid::cells_of(const Box& box) const {
    if (m_area.empty()) return {0, 0, 0, 0};
    const auto at = [this](double from, double to, std::size_t cells) {
        return static_cast<std::size_t>(
            std::clamp(std::floor((to - from) / m_cell), 0.0, static_cast<double>(cells - 1)));
    };
    return {at(m_area.min_x, box.min_x, m_columns), at(m_area.min_y, box.min_y, m_rows),
            at(m_area.min_x, box.max_x, m_columns), at(m_area.min_y, box.max_y, m_rows)};
}

void BoxGrid::add(const Box& box, std::size_t number) {
    const auto span = cells_of(box);
    for (std::size_t row = span.top; row <= span.bottom; ++row) {
        for (std::size_t column = span.left; column <= span.right; ++column) {
            m_cells[row * m_columns + column].push_back(static_cast<std::uint32_t>(number));
        }
    }
}

void BoxGrid::remove(const Box& box, std::size_t number) {
    const auto span = cells_of(box);
    for (std::size_t row = span.top; row <= span.bottom; ++row) {
        for (std::size_t column = span.left; column <= span.right; ++column) {
            std::erase(m_cells[row * m_columns + column], static_cast<std::uint32_t>(number));
        }
    }
}

std::vector<std::size_t> BoxGrid::near(const Box& box) const {
    std::vector<std::size_t> found;
    const auto span = cells_of(box);
    for (std::size_t row = span.top; row <= span.bottom; ++row) {
        for (std::size_t column = span.left; column <= span.right; ++column) {
            const auto& cell = m_cells[row * m_columns + column];
            found.insert(found.end(), cell.begin(), cell.end());
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace wardmap::geo
