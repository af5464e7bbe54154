// SPDX-License-Identifier: MIT
#include "maps/picture/insets.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/interrupt.h"
#include "geo/free_space.h"

namespace wardmap::maps {
namespace {

constexpr double named_mm2 = 150;
constexpr double seen_mm2 = 3;
constexpr double numbered_mm2 = 25;
constexpr double seen_weight = 0.25;
constexpr double numbered_weight = 0.5;
constexpr double least_use = 3.9; // four names
constexpr double cut_share = 0.6; // a small ward that is cut costs this share of its gain
constexpr double cut_cost = 0.15; // plus this
constexpr double clearance_mm = 3;
constexpr std::size_t few_wards = 60;
constexpr std::size_t many_wards = 500; // then single wards at the edge do not matter
constexpr std::array magnifications = {2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0};

struct Extent {
    std::size_t ward;
    geo::Box box;
    double area;
    double weight;
};

double use_at(const Extent& ward, double times) {
    const double area = ward.area;
    const double larger = area * times * times;
    double use = 0;
    if (area < named_mm2 && larger >= named_mm2) use += 1;
    if (area < numbered_mm2 && larger >= numbered_mm2) use += numbered_weight;
    if (area < seen_mm2 && larger >= seen_mm2) use += seen_weight;
    return ward.weight * use;
}

bool holds(const geo::Box& window, const geo::Box& box) {
    return window.contains({box.min_x, box.min_y}) && window.contains({box.max_x, box.max_y});
}

/// Summed-area table of use over the centres of small wards: any window takes four look-ups.
class UseMap {
public:
    UseMap(const std::vector<Extent>& wards, const geo::Box& box, double times)
        : m_box(box), m_columns(static_cast<std::size_t>(box.width() / cell) + 2),
          m_rows(static_cast<std::size_t>(box.height() / cell) + 2), m_sums(m_columns * m_rows, 0) {
        for (const auto& ward : wards) {
            const auto middle = ward.box.centre();
            m_sums[index(column(middle.x) + 1, row(middle.y) + 1)] += use_at(ward, times);
        }
        for (std::size_t r = 1; r < m_rows; ++r) {
            for (std::size_t c = 1; c < m_columns; ++c) {
                m_sums[index(c, r)] +=
                    m_sums[index(c - 1, r)] + m_sums[index(c, r - 1)] - m_sums[index(c - 1, r - 1)];
            }
        }
    }

    [[nodiscard]] double all() const { return m_sums.back(); }

    /// A half-open range of cells.
    struct Span {
        std::size_t from, to;
    };
    [[nodiscard]] Span columns(double min_x, double max_x) const {
        return {column(min_x), column(max_x)};
    }
    [[nodiscard]] Span rows(double min_y, double max_y) const { return {row(min_y), row(max_y)}; }

    [[nodiscard]] double within(const Span& columns, const Span& rows) const {
        return m_sums[index(columns.to, rows.to)] - m_sums[index(columns.from, rows.to)] -
               m_sums[index(columns.to, rows.from)] + m_sums[index(columns.from, rows.from)];
    }
    [[nodiscard]] double within(const geo::Box& window) const {
        return within(columns(window.min_x, window.max_x), rows(window.min_y, window.max_y));
    }

private:
    static constexpr double cell = 1;

    [[nodiscard]] std::size_t column(double x) const {
        return static_cast<std::size_t>(
            std::clamp((x - m_box.min_x) / cell, 0.0, static_cast<double>(m_columns - 2)));
    }
    [[nodiscard]] std::size_t row(double y) const {
        return static_cast<std::size_t>(
            std::clamp((y - m_box.min_y) / cell, 0.0, static_cast<double>(m_rows - 2)));
    }
    [[nodiscard]] std::size_t index(std::size_t c, std::size_t r) const {
        return r * m_columns + c;
    }

    geo::Box m_box;
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<double> m_sums;
};

class Choosing {
public:
    Choosing(const View& map, const geo::Box& room, const std::vector<geo::Box>& taken,
             const InsetOptions& options)
        : m_options(options), m_box(map.box), m_limits(room), m_room(room) {
        for (const auto& box : taken) {
            m_room.take(box);
        }
        for (std::size_t i = 0; i < map.shapes.size(); ++i) {
            if (map.shapes[i].empty()) continue;
            m_room.take(map.shapes[i]);
            const Extent ward{i, geo::extent(map.shapes[i]), geo::area(map.shapes[i]),
                              options.weights.empty() ? 1 : options.weights[i]};
            if (ward.area < named_mm2) {
                m_small.push_back(ward);
                m_around.add(ward.box);
            }
            m_all.push_back(ward);
        }
        m_cutting_costs = m_small.size() <= few_wards;
    }

    std::vector<Inset> run() {
        std::vector<Inset> insets;
        while (insets.size() < m_options.most && !m_small.empty()) {
            auto inset = best();
            if (inset.wards.empty()) break;
            m_room.take(inset.plate.grown(1));
            const auto shown = [&](const Extent& s) { return holds(inset.window, s.box); };
            std::erase_if(m_small, shown);
            std::erase_if(m_all, shown);
            insets.push_back(std::move(inset));
        }
        return insets;
    }

private:
    /// The use of each small ward at a magnification.
    [[nodiscard]] std::vector<double> uses_at(double times) const {
        std::vector<double> uses;
        uses.reserve(m_small.size());
        for (const auto& ward : m_small) {
            uses.push_back(use_at(ward, times));
        }
        return uses;
    }

    [[nodiscard]] double use_of(const geo::Box& window, const std::vector<double>& uses) const {
        double use = 0;
        for (std::size_t i = 0; i < m_small.size(); ++i) {
            if (holds(window, m_small[i].box)) {
                use += uses[i];
            } else if (m_cutting_costs && window.overlaps(m_small[i].box)) {
                use -= cut_cost + cut_share * uses[i];
            }
        }
        return use;
    }

    /// Candidate windows of a size: left edges and top edges.
    struct Places {
        std::vector<double> x;
        std::vector<double> y;
    };
    [[nodiscard]] Places places_of(double width, double height) const {
        Places places;
        const double step = std::max(1.0, std::min(width, height) / 6);
        const double left = std::max(m_box.min_x, m_around.min_x - width / 2);
        const double top = std::max(m_box.min_y, m_around.min_y - height / 2);
        const double right = std::min(m_box.max_x - width, m_around.max_x);
        const double bottom = std::min(m_box.max_y - height, m_around.max_y);
        for (double x = left; x <= right; x += step) {
            places.x.push_back(x);
        }
        for (double y = top; y <= bottom; y += step) {
            places.y.push_back(y);
        }
        return places;
    }

    /// The window of a size with most use, by the centres of the wards well within it.
    [[nodiscard]] geo::Box best_by_middles(double width, double height, const UseMap& uses) const {
        const auto places = places_of(width, height);
        std::vector<UseMap::Span> rows;
        rows.reserve(places.y.size());
        for (const double y : places.y) {
            rows.push_back(uses.rows(y + 0.05 * height, y + height - 0.05 * height));
        }
        geo::Box best;
        double most = 0;
        for (const double x : places.x) {
            stop_if_interrupted();
            const auto columns = uses.columns(x + 0.05 * width, x + width - 0.05 * width);
            for (std::size_t j = 0; j < rows.size(); ++j) {
                const double use = uses.within(columns, rows[j]);
                if (use <= most) continue;
                most = use;
                best = {x, places.y[j], x + width, places.y[j] + height};
            }
        }
        return best;
    }

    /// The window of a size with most use, ward by ward; `uses` are those of the small wards.
    [[nodiscard]] geo::Box best_exactly(double width, double height,
                                        const std::vector<double>& uses) const {
        struct Near { // a ward that a window cuts or contains between its left and right edges
            double min_y, max_y, use;
            bool held;
        };
        const auto places = places_of(width, height);
        geo::Box best;
        double most = 0;
        std::vector<Near> near;
        for (const double x : places.x) {
            stop_if_interrupted();
            near.clear();
            for (std::size_t i = 0; i < m_small.size(); ++i) {
                const auto& box = m_small[i].box;
                const bool held = box.min_x >= x && box.max_x <= x + width;
                if (!held && !(m_cutting_costs && x < box.max_x && box.min_x < x + width)) continue;
                near.push_back({box.min_y, box.max_y, uses[i], held});
            }
            for (const double y : places.y) {
                double use = 0;
                for (const auto& ward : near) {
                    if (ward.held && ward.min_y >= y && ward.max_y <= y + height) {
                        use += ward.use;
                    } else if (m_cutting_costs && y < ward.max_y && ward.min_y < y + height) {
                        use -= cut_cost + cut_share * ward.use;
                    }
                }
                if (use <= most) continue;
                most = use;
                best = {x, y, x + width, y + height};
            }
        }
        return best;
    }

    /// Small shifts to include wards that are cut, or to centre those that are not.
    [[nodiscard]] geo::Box nudged(const geo::Box& window, const std::vector<double>& uses) const {
        geo::Box best = window;
        double most = use_of(window, uses);
        for (int i = -4; i <= 4; ++i) {
            for (int j = -4; j <= 4; ++j) {
                const double dx = window.width() * i / 20;
                const double dy = window.height() * j / 20;
                const geo::Box moved{window.min_x + dx, window.min_y + dy, window.max_x + dx,
                                     window.max_y + dy};
                if (!holds(m_box, moved)) continue;
                const double use = use_of(moved, uses);
                if (use > most) {
                    most = use;
                    best = moved;
                }
            }
        }
        return best;
    }

    [[nodiscard]] Inset best() const {
        Inset chosen;
        double chosen_score = least_use;
        const double widest = std::min(100.0, m_limits.width());
        const double tallest = std::min(100.0, m_limits.height() * 0.8);
        const auto room = m_room.free();
        std::vector<UseMap> uses;
        for (const double times : magnifications) {
            uses.emplace_back(m_small, m_box, times);
        }
        const bool few = m_small.size() <= few_wards;
        for (double width = 36; width <= widest; width += few ? 6 : 10) {
            for (double height = 32; height <= tallest; height += few ? 5 : 8) {
                if (width > 1.9 * height || height > 1.6 * width) continue;
                const auto box = room.place(width, height + m_options.caption_mm, clearance_mm);
                if (!box) break; // no taller one fits
                for (std::size_t i = 0; i < uses.size(); ++i) {
                    consider(*box, magnifications[i], uses[i], chosen, chosen_score);
                }
            }
        }
        return chosen;
    }

    void consider(const geo::Box& plate, double times, const UseMap& uses, Inset& chosen,
                  double& chosen_score) const {
        geo::Box box = plate;
        box.max_y -= m_options.caption_mm;
        // Penalises area: a larger inset must show more.
        const double cost = box.width() * box.height() / 4000 - 0.3 * times;
        if (uses.all() - cost <= chosen_score) return;
        const double width = box.width() / times;
        const double height = box.height() / times;
        // First approximately, by the centres of the wards; then exactly, unless there are too
        // many.
        auto window = best_by_middles(width, height, uses);
        if (window.empty() || uses.within(window) * 1.3 - cost <= chosen_score) return;
        const auto exact = uses_at(times);
        if (m_small.size() <= few_wards) {
            window = best_exactly(width, height, exact);
            if (window.empty()) return;
        }
        const bool many = m_small.size() > many_wards;
        if (!many) window = nudged(window, exact);
        const double use = many ? uses.within(window) : use_of(window, exact);
        if (use < least_use || use - cost <= chosen_score) return;
        chosen_score = use - cost;
        chosen = {window, box, plate, times, {}};
        for (const auto& ward : m_all) {
            if (holds(window, ward.box)) chosen.wards.push_back(ward.ward);
        }
    }

    InsetOptions m_options;
    geo::Box m_box;
    geo::Box m_limits;
    geo::OccupancyGrid m_room;
    geo::Box m_around; // all small wards
    std::vector<Extent> m_small;
    std::vector<Extent> m_all;
    bool m_cutting_costs = false; // with many wards, an edge always cuts some
};

} // namespace

std::vector<Inset> choose_insets(const View& map, const geo::Box& room,
                                 const std::vector<geo::Box>& taken, const InsetOptions& options) {
    if (options.most == 0) return {};
    return Choosing(map, room, taken, options).run();
}

double use_of(const View& map, const std::vector<Inset>& insets) {
    double use = 0;
    for (const auto& inset : insets) {
        for (const auto ward : inset.wards) {
            use += use_at({ward, {}, geo::area(map.shapes[ward]), 1}, inset.times);
        }
    }
    return use;
}

} // namespace wardmap::maps
