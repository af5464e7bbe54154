// SPDX-License-Identifier: MIT
#include "maps/labels.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "maps/label_shapes.h"
#include "maps/pole.h"

namespace wardmap::maps {
namespace {

constexpr double gap = 0.5;            // between labels, and to obstacles
constexpr double number_margin = 0.25; // to the ward's border
constexpr std::size_t most_leaders = 150;
constexpr std::size_t few_leaders = 40; // where more than those would need one
constexpr double band_mm = 12;          // numbers run along bands of this height

class Placing {
public:
    Placing(const std::vector<LabelRequest>& requests, const LabelOptions& options,
            const MeasureLabel& measure)
        : m_requests(requests), m_options(options), m_measure(measure) {
        for (const auto& request : requests) {
            m_extents.push_back(geo::extent(request.shape));
        }
    }

    Labelling run() {
        std::vector<std::size_t> to_number;
        for (std::size_t i = 0; i < m_requests.size(); ++i) {
            if (!m_requests[i].wanted) continue;
            if (m_requests[i].shape.empty()) {
                m_result.unplaced.push_back(i);
            } else if (!place_name(i)) {
                to_number.push_back(i);
            }
        }
        place_numbers(to_number);
        assign_numbers();
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool is_free(const geo::Box& box) const {
        const auto& frame = m_options.frame;
        if (box.min_x < frame.min_x || box.max_x > frame.max_x || box.min_y < frame.min_y ||
            box.max_y > frame.max_y) {
            return false;
        }
        return std::none_of(m_options.obstacles.begin(), m_options.obstacles.end(),
                            [&](const geo::Box& o) { return too_close(box, o, gap); });
    }

    [[nodiscard]] bool fits(const Setting& setting, geo::Point centre, const geo::Polygon& part,
                            double margin) const {
        for (std::size_t i = 0; i < setting.lines.size(); ++i) {
            const auto box = setting.box(i, centre);
            if (!is_free(box) || !lies_within(box.grown(margin), part)) return false;
        }
        return true;
    }

    struct Place {
        geo::Point at;
        double depth = 0; // distance to the border; below 0 outside
    };

    /// Places within a ward to try, from its middle outwards.
    [[nodiscard]] static std::vector<Place> places_in(const geo::Polygon& part, const geo::Box& box,
                                                      geo::Point middle) {
        constexpr int steps = 12;
        std::vector<geo::Point> places{middle};
        for (int i = 1; i < steps; ++i) {
            for (int j = 1; j < steps; ++j) {
                places.push_back(
                    {box.min_x + box.width() * i / steps, box.min_y + box.height() * j / steps});
            }
            places.push_back({middle.x, box.min_y + box.height() * i / steps});
            places.push_back({box.min_x + box.width() * i / steps, middle.y});
        }
        const auto far = [middle](geo::Point p) {
            return std::hypot(p.x - middle.x, p.y - middle.y);
        };
        std::stable_sort(places.begin(), places.end(),
                         [&](geo::Point a, geo::Point b) { return far(a) < far(b); });
        std::vector<Place> within;
        for (const auto place : places) {
            const double depth = depth_in(part, place);
            if (depth > 0) within.push_back({place, depth});
        }
        return within;
    }

    bool place_name(std::size_t request) {
        const auto& part = largest_part(m_requests[request].shape);
        const auto box = geo::extent(part.outer);
        const double smallest = m_options.min_size_pt * 25.4 / 72;
        if (box.height() < smallest || box.width() < smallest) return false;
        const auto settings = settings_of(m_requests[request].name, m_options.size_pt, m_measure);
        const double shrunk = m_options.min_size_pt / m_options.size_pt;
        const bool hopeless = std::all_of(settings.begin(), settings.end(), [&](const Setting& s) {
            return *std::max_element(s.widths.begin(), s.widths.end()) * shrunk > box.width() ||
                   s.height() * shrunk > box.height();
        });
        if (hopeless) return false;
        const auto middle = pole_of_inaccessibility(m_requests[request].shape, 0.1).at;
        const auto places = places_in(part, box, middle);
        for (double size = m_options.size_pt; size >= m_options.min_size_pt - 1e-9; size -= 0.5) {
            for (const double margin : {1.2, 0.4}) {
                for (const auto& setting : settings) {
                    const auto sized = resized(setting, size);
                    const double least_depth =
                        margin + std::min(sized.height(), *std::min_element(sized.widths.begin(),
                                                                            sized.widths.end())) /
                                     2;
                    for (const auto& place : places) {
                        if (place.depth < least_depth) continue; // sure not to fit
                        if (!fits(sized, place.at, part, margin)) continue;
                        m_result.labels.push_back(sized.at(request, place.at));
                        return true;
                    }
                }
            }
        }
        return false;
    }

    void place_numbers(const std::vector<std::size_t>& requests) {
        const auto last = m_options.first_number + requests.size();
        const std::string digits(std::to_string(last).size(), '8');
        const auto setting = settings_of(digits, m_options.size_pt, m_measure).front();
        std::vector<std::size_t> outside;
        for (const auto request : requests) {
            if (!place_number_inside(request, setting)) outside.push_back(request);
        }
        std::stable_sort(outside.begin(), outside.end(), [&](std::size_t a, std::size_t b) {
            return m_requests[a].importance > m_requests[b].importance;
        });
        const auto most = outside.size() > most_leaders ? few_leaders : outside.size();
        for (std::size_t i = 0; i < outside.size(); ++i) {
            if (i >= most || !place_number_beside(outside[i], setting)) {
                m_result.unplaced.push_back(outside[i]);
            }
        }
        std::sort(m_result.unplaced.begin(), m_result.unplaced.end());
    }

    void add_number(std::size_t request, const Setting& setting, geo::Point centre) {
        auto label = setting.at(request, centre);
        label.number = 0; // assigned when all are placed
        m_result.labels.push_back(std::move(label));
    }

    bool place_number_inside(std::size_t request, const Setting& setting) {
        const auto& shape = m_requests[request].shape;
        const auto& part = largest_part(shape);
        const auto box = geo::extent(part.outer);
        const double smallest = setting.height() * m_options.min_size_pt / setting.size_pt;
        if (box.height() < smallest || box.width() < smallest / 2) return false;
        const auto pole = pole_of_inaccessibility(shape, 0.1).at;
        for (double size = m_options.size_pt; size >= m_options.min_size_pt - 1e-9; size -= 0.5) {
            const auto sized = resized(setting, size);
            if (!fits(sized, pole, part, number_margin)) continue;
            add_number(request, sized, pole);
            return true;
        }
        return false;
    }

    [[nodiscard]] bool collides(const geo::Box& box) const {
        return std::any_of(m_result.labels.begin(), m_result.labels.end(),
                           [&](const Label& label) { return too_close(box, label.box, gap); });
    }

    /// Whether the way from a ward to its number runs through another label.
    [[nodiscard]] bool blocked(geo::Point from, geo::Point to) const {
        for (int i = 0; i <= 40; ++i) {
            const double t = i / 40.0;
            const geo::Point p{from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
            const bool hit =
                std::any_of(m_result.labels.begin(), m_result.labels.end(),
                            [&](const Label& l) { return l.box.grown(0.2).contains(p); });
            if (hit) return true;
        }
        return false;
    }

    [[nodiscard]] bool on_a_ward(geo::Point p) const {
        for (std::size_t i = 0; i < m_requests.size(); ++i) {
            if (m_extents[i].contains(p) && geo::contains(m_requests[i].shape, p)) return true;
        }
        return false;
    }

    bool place_number_beside(std::size_t request, const Setting& setting) {
        const auto sized = resized(setting, m_options.min_size_pt);
        const auto pole = pole_of_inaccessibility(m_requests[request].shape, 0.05).at;
        double best_cost = HUGE_VAL;
        geo::Point best;
        constexpr int directions = 24;
        for (double radius = 3; radius <= 24; radius += 1.5) {
            for (int k = 0; k < directions; ++k) {
                const double angle = 2 * std::numbers::pi * k / directions;
                const geo::Point p{pole.x + radius * std::cos(angle),
                                   pole.y + radius * std::sin(angle)};
                const auto box = sized.box(0, p);
                if (!is_free(box) || collides(box) || blocked(pole, p)) continue;
                const double cost = radius + (on_a_ward(p) ? 8 : 0);
                if (cost >= best_cost) continue;
                best_cost = cost;
                best = p;
            }
        }
        if (best_cost == HUGE_VAL) return false;
        add_number(request, sized, best);
        auto& label = m_result.labels.back();
        const double length = std::hypot(pole.x - best.x, pole.y - best.y);
        const double clear =
            std::min(length, std::hypot(label.box.width(), label.box.height()) / 2 + 0.2);
        label.leader = {{best.x + (pole.x - best.x) * clear / length,
                         best.y + (pole.y - best.y) * clear / length},
                        pole};
        return true;
    }

    void assign_numbers() {
        std::vector<Label*> numbered;
        for (auto& label : m_result.labels) {
            if (label.number) numbered.push_back(&label);
        }
        const auto row = [](const Label* l) { return std::floor(l->box.centre().y / band_mm); };
        std::stable_sort(numbered.begin(), numbered.end(), [&](const Label* a, const Label* b) {
            return row(a) != row(b) ? row(a) < row(b) : a->box.min_x < b->box.min_x;
        });
        for (std::size_t i = 0; i < numbered.size(); ++i) {
            const auto number = m_options.first_number + i;
            numbered[i]->number = number;
            numbered[i]->lines.front().text = std::to_string(number);
            m_result.key.push_back(numbered[i]->request);
        }
    }

    const std::vector<LabelRequest>& m_requests;
    const LabelOptions& m_options;
    const MeasureLabel& m_measure;
    std::vector<geo::Box> m_extents;
    Labelling m_result;
};

} // namespace

Labelling place_labels(const std::vector<LabelRequest>& requests, const LabelOptions& options,
                       const MeasureLabel& measure) {
    return Placing(requests, options, measure).run();
}

} // namespace wardmap::maps
