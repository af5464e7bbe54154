// SPDX-License-Identifier: MIT
#include "maps/ground/close_lines.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>

namespace wardmap::maps {
namespace {

using Key = std::pair<double, double>;

Key key_of(geo::Point p) {
    return {p.x, p.y};
}

/// Joins lines end to end if exactly two meet.
class Joining {
public:
    explicit Joining(const std::vector<geo::Ring>& lines)
        : m_lines(lines), m_used(lines.size(), false) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].size() < 2) continue;
            m_ends[key_of(lines[i].front())].push_back(i);
            m_ends[key_of(lines[i].back())].push_back(i);
        }
    }

    std::vector<geo::Ring> run() {
        std::vector<geo::Ring> joined;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            if (m_used[i] || m_lines[i].size() < 2) continue;
            m_used[i] = true;
            auto line = m_lines[i];
            grow(line);
            std::reverse(line.begin(), line.end());
            grow(line);
            joined.push_back(std::move(line));
        }
        return joined;
    }

private:
    void grow(geo::Ring& line) {
        while (key_of(line.front()) != key_of(line.back())) {
            const auto& meeting = m_ends[key_of(line.back())];
            if (meeting.size() != 2) return;
            const auto next = m_used[meeting[0]] ? meeting[1] : meeting[0];
            if (m_used[next]) return;
            m_used[next] = true;
            auto more = m_lines[next];
            if (key_of(more.front()) != key_of(line.back())) std::reverse(more.begin(), more.end());
            line.insert(line.end(), more.begin() + 1, more.end());
        }
    }

    const std::vector<geo::Ring>& m_lines;
    std::vector<bool> m_used;
    std::map<Key, std::vector<std::size_t>> m_ends;
};

/// A point of a line and its distance along it.
struct Sample {
    geo::Point at;
    std::size_t line = 0;
    double along = 0;
    bool own = true; // a vertex of the line, not an added point
};

/// Points of a line at most `step` apart, including its vertices.
std::vector<Sample> samples_of(const geo::Ring& line, std::size_t index, double step) {
    std::vector<Sample> samples{{line.front(), index, 0}};
    double along = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double dx = line[i].x - line[i - 1].x;
        const double dy = line[i].y - line[i - 1].y;
        const double length = std::hypot(dx, dy);
        const auto n = std::max(1.0, std::ceil(length / step));
        for (double k = 1; k <= n; ++k) {
            const geo::Point at =
                k == n ? line[i]
                       : geo::Point{line[i - 1].x + dx * k / n, line[i - 1].y + dy * k / n};
            samples.push_back({at, index, along + length * k / n, k == n});
        }
        along += length;
    }
    return samples;
}

/// Samples by grid cell.
class Grid {
public:
    explicit Grid(double cell) : m_cell(cell) {}

    void add(const Sample& sample) {
        m_cells[id(column(sample.at.x), column(sample.at.y))].push_back(sample);
    }

    template <typename Is>
    [[nodiscard]] bool any_near(geo::Point p, const Is& is) const {
        for (std::int64_t x = column(p.x) - 1; x <= column(p.x) + 1; ++x) {
            for (std::int64_t y = column(p.y) - 1; y <= column(p.y) + 1; ++y) {
                const auto found = m_cells.find(id(x, y));
                if (found == m_cells.end()) continue;
                if (std::any_of(found->second.begin(), found->second.end(), is)) return true;
            }
        }
        return false;
    }

private:
    [[nodiscard]] std::int64_t column(double v) const {
        return static_cast<std::int64_t>(std::floor(v / m_cell));
    }
    [[nodiscard]] static std::int64_t id(std::int64_t x, std::int64_t y) {
        return x * 4294967296 + y;
    }

    double m_cell;
    std::unordered_map<std::int64_t, std::vector<Sample>> m_cells;
};

class Parting {
public:
    Parting(const std::vector<geo::Ring>& lines, double near) : m_near(near), m_grid(near) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            m_samples.push_back(samples_of(lines[i], i, near / 2));
            m_closed.push_back(key_of(lines[i].front()) == key_of(lines[i].back()));
            for (const auto& sample : m_samples.back()) {
                m_grid.add(sample);
            }
        }
    }

    LineProximity run() const {
        LineProximity banks;
        for (const auto& samples : m_samples) {
            std::vector<bool> close;
            for (const auto& sample : samples) {
                close.push_back(is_close(sample));
            }
            even_out(samples, close, false, 6 * m_near);
            even_out(samples, close, true, 3 * m_near);
            cut(samples, close, banks);
        }
        return banks;
    }

private:
    [[nodiscard]] bool is_close(const Sample& sample) const {
        const double whole = m_samples[sample.line].back().along;
        return m_grid.any_near(sample.at, [&](const Sample& other) {
            const double dx = other.at.x - sample.at.x;
            const double dy = other.at.y - sample.at.y;
            if (dx * dx + dy * dy > m_near * m_near) return false;
            if (other.line != sample.line) return true;
            double apart = std::abs(other.along - sample.along);
            if (m_closed[sample.line]) apart = std::min(apart, whole - apart);
            return apart > 4 * m_near;
        });
    }

    /// Runs shorter than this change to the other kind.
    static void even_out(const std::vector<Sample>& samples, std::vector<bool>& close, bool kind,
                         double shorter) {
        for (std::size_t from = 0; from < close.size();) {
            std::size_t to = from;
            while (to < close.size() && close[to] == close[from]) {
                ++to;
            }
            const bool inner = from > 0 && to < close.size();
            const double length = samples[to - 1].along - samples[from].along;
            if (close[from] == kind && inner && length < shorter) {
                std::fill(close.begin() + static_cast<std::ptrdiff_t>(from),
                          close.begin() + static_cast<std::ptrdiff_t>(to), !kind);
            }
            from = to;
        }
    }

    /// Pieces of samples of one kind; a step between kinds belongs to the close piece.
    static void cut(const std::vector<Sample>& samples, const std::vector<bool>& close,
                    LineProximity& banks) {
        geo::Ring piece{samples.front().at};
        bool is = samples.size() > 1 && (close[0] || close[1]);
        for (std::size_t i = 1; i < samples.size(); ++i) {
            const bool step = close[i - 1] || close[i];
            if (step != is) {
                if (!samples[i - 1].own) piece.push_back(samples[i - 1].at);
                (is ? banks.close : banks.apart).push_back(std::move(piece));
                piece = {samples[i - 1].at};
                is = step;
            }
            if (samples[i].own) piece.push_back(samples[i].at);
        }
        (is ? banks.close : banks.apart).push_back(std::move(piece));
    }

    double m_near;
    Grid m_grid;
    std::vector<std::vector<Sample>> m_samples;
    std::vector<bool> m_closed;
};

} // namespace

LineProximity split_close_lines(const std::vector<geo::Ring>& lines, double near) {
    return Parting(Joining(lines).run(), near).run();
}

} // namespace wardmap::maps
