// SPDX-License-Identifier: MIT
#include "geo/bulk_transform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <utility>

#include "base/interrupt.h"

namespace wardmap::geo {
namespace {

constexpr double tile_m = 10'000;
constexpr std::size_t most_tiles_on_a_side = 512;
constexpr std::array<double, 4> nodes = {0, 1.0 / 3, 2.0 / 3, 1};

/// The box, in the source CRS, of all points whose image is within `target`.
Box box_before(const Transform& back, const Box& target) {
    constexpr int steps = 32;
    Box box;
    for (int i = 0; i <= steps; ++i) {
        for (int j = 0; j <= steps; ++j) {
            const auto p = back({target.min_x + target.width() * i / steps,
                                 target.min_y + target.height() * j / steps});
            if (p) box.add(*p);
        }
    }
    // Between the points of its edge the box bulges by less than a hundredth of its side.
    return box.empty() ? box : box.grown(std::max(box.width(), box.height()) / 100);
}

/// Coefficients, by powers, of the cubic through values at the four nodes.
std::array<double, 4> cubic(const std::array<double, 4>& at) {
    return {at[0], -5.5 * at[0] + 9 * at[1] - 4.5 * at[2] + at[3],
            9 * at[0] - 22.5 * at[1] + 18 * at[2] - 4.5 * at[3],
            -4.5 * at[0] + 13.5 * at[1] - 13.5 * at[2] + 4.5 * at[3]};
}

/// The same on both axes: `at[4 * j + i]` is the value at node i of u and node j of v.
void bicubic(const std::array<double, 16>& at, double* coefficients) {
    std::array<std::array<double, 4>, 4> of_rows{};
    for (std::size_t j = 0; j < 4; ++j) {
        of_rows[j] = cubic({at[4 * j], at[4 * j + 1], at[4 * j + 2], at[4 * j + 3]});
    }
    for (std::size_t i = 0; i < 4; ++i) {
        const auto column = cubic({of_rows[0][i], of_rows[1][i], of_rows[2][i], of_rows[3][i]});
        for (std::size_t j = 0; j < 4; ++j) {
            coefficients[4 * j + i] = column[j];
        }
    }
}

double value_at(const double* c, double u, double v) {
    double value = 0;
    for (int j = 3; j >= 0; --j) {
        const double row = ((c[4 * j + 3] * u + c[4 * j + 2]) * u + c[4 * j + 1]) * u + c[4 * j];
        value = value * v + row;
    }
    return value;
}

} // namespace

/// Gives each thread its own Transform.
class BulkTransform::Pool {
public:
    Pool(std::string source, std::string target, std::string shown_as)
        : m_source(std::move(source)), m_target(std::move(target)),
          m_shown_as(std::move(shown_as)) {}

    [[nodiscard]] std::unique_ptr<Transform> take() {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_free.empty()) {
                auto free = std::move(m_free.back());
                m_free.pop_back();
                return free;
            }
        }
        return std::make_unique<Transform>(m_source, m_target, m_shown_as);
    }

    void give_back(std::unique_ptr<Transform> transform) {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(std::move(transform));
    }

private:
    std::string m_source;
    std::string m_target;
    std::string m_shown_as;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Transform>> m_free;
};

BulkTransform::BulkTransform(BulkTransform&&) noexcept = default;
BulkTransform::~BulkTransform() = default;

BulkTransform::BulkTransform(const std::string& source_crs, const std::string& target_crs,
                             const Box& target_box, const std::string& shown_as)
    : m_target_box(target_box), m_pool(std::make_unique<Pool>(source_crs, target_crs, shown_as)) {
    auto way = m_pool->take();
    m_source_name = way->source_name();
    m_same = way->same();
    if (m_same) {
        m_source_box = target_box;
    } else {
        m_source_box = box_before(Transform(target_crs, source_crs, shown_as), target_box);
        if (!m_source_box.empty()) make_tiles(*way);
    }
    m_pool->give_back(std::move(way));
}

void BulkTransform::make_tiles(const Transform& way) {
    const auto tiles_on = [](double metres) {
        return std::clamp(static_cast<std::size_t>(std::ceil(metres / tile_m)), std::size_t{1},
                          most_tiles_on_a_side);
    };
    m_columns = tiles_on(m_target_box.width());
    m_rows = tiles_on(m_target_box.height());
    m_tiles.resize(m_columns * m_rows);
    std::size_t far = 0;
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        stop_if_interrupted();
        m_tiles[i].is_near = make_tile(way, i % m_columns, i / m_columns, m_tiles[i]);
        if (!m_tiles[i].is_near) ++far;
    }
    if (2 * far <= m_tiles.size()) return;
    m_tiles.clear();
    m_difference_m = 0;
}

bool BulkTransform::make_tile(const Transform& way, std::size_t column, std::size_t row,
                              Tile& tile) {
    const double width = m_source_box.width() / static_cast<double>(m_columns);
    const double height = m_source_box.height() / static_cast<double>(m_rows);
    const auto image = [&](double u, double v) {
        return way({m_source_box.min_x + (static_cast<double>(column) + u) * width,
                    m_source_box.min_y + (static_cast<double>(row) + v) * height});
    };
    std::array<double, 16> x{};
    std::array<double, 16> y{};
    for (std::size_t i = 0; i < 16; ++i) {
        const auto p = image(nodes[i % 4], nodes[i / 4]);
        if (!p) return false;
        x[i] = p->x;
        y[i] = p->y;
    }
    bicubic(x, tile.x);
    bicubic(y, tile.y);
    double most = 0;
    for (const double u : {1.0 / 6, 0.5, 5.0 / 6}) {
        for (const double v : {1.0 / 6, 0.5, 5.0 / 6}) {
            const auto p = image(u, v);
            if (!p) return false;
            const double difference =
                std::hypot(value_at(tile.x, u, v) - p->x, value_at(tile.y, u, v) - p->y);
            most = std::max(most, difference);
        }
    }
    if (!(most <= most_difference_m)) return false;
    m_difference_m = std::max(m_difference_m, most);
    return true;
}

std::optional<Point> BulkTransform::across(Point p) const {
    if (m_tiles.empty()) return std::nullopt;
    const double columns =
        (p.x - m_source_box.min_x) / m_source_box.width() * static_cast<double>(m_columns);
    const double rows =
        (p.y - m_source_box.min_y) / m_source_box.height() * static_cast<double>(m_rows);
    const auto column = std::min(static_cast<std::size_t>(columns), m_columns - 1);
    const auto row = std::min(static_cast<std::size_t>(rows), m_rows - 1);
    const auto& tile = m_tiles[row * m_columns + column];
    if (!tile.is_near) return std::nullopt;
    const double u = columns - static_cast<double>(column);
    const double v = rows - static_cast<double>(row);
    return Point{value_at(tile.x, u, v), value_at(tile.y, u, v)};
}

void BulkTransform::operator()(std::vector<Point>& points, std::vector<char>& reached) const {
    reached.assign(points.size(), 0);
    std::unique_ptr<Transform> way; // where a point needs it
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!m_source_box.contains(points[i])) continue;
        auto image = points[i];
        if (!m_same) {
            auto moved = across(image);
            if (!moved) {
                if (!way) way = m_pool->take();
                moved = (*way)(image);
                if (!moved) continue;
            }
            image = *moved;
        }
        if (!m_target_box.contains(image)) continue;
        points[i] = image;
        reached[i] = 1;
    }
    if (way) m_pool->give_back(std::move(way));
}

} // namespace wardmap::geo
