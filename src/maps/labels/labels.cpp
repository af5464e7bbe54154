// SPDX-License-Identifier: MIT
#include "maps/labels/labels.h"
#include "maps/labels/label.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "geo/pole_of_inaccessibility.h"
#include "maps/labels/near_boxes.h"
#include "maps/labels/outside_labels.h"
#include "maps/labels/typesetting.h"

namespace wardmap::maps {
namespace {

constexpr double band_mm = 12; // numbers run along bands of this height

class LabelPlacer {
public:
    LabelPlacer(const std::vector<LabelRequest>& requests, const LabelOptions& options,
                const MeasureLabel& measure)
        : m_requests(requests), m_options(options), m_measure(measure), m_obstacles(options.frame) {
        for (const auto& box : all_obstacles(options)) {
            m_obstacles.add(box);
        }
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
        place_others(to_number);
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
        return !m_obstacles.any_too_close(box);
    }

    [[nodiscard]] bool fits(const TypesetName& setting, geo::Point centre, const geo::Polygon& part,
                            double margin) const {
        for (std::size_t i = 0; i < setting.lines.size(); ++i) {
            const auto box = setting.box(i, centre);
            if (!is_free(box) || !is_within(box.grown(margin), part)) return false;
        }
        return true;
    }

    struct Place {
        geo::Point at;
        double depth = 0; // distance to the border; below 0 outside
    };

    /// Candidate positions within a ward, from its middle outwards.
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
            const double depth = geo::depth_in(part, place);
            if (depth > 0) within.push_back({place, depth});
        }
        return within;
    }

    bool place_name(std::size_t request) {
        const auto& part = geo::largest_part(m_requests[request].shape);
        const auto box = geo::extent(part.outer);
        const double smallest = m_options.min_size_pt * 25.4 / 72;
        if (box.height() < smallest || box.width() < smallest) return false;
        const auto settings =
            typeset_variants(m_requests[request].name, m_options.size_pt, m_measure);
        const double shrunk = m_options.min_size_pt / m_options.size_pt;
        const bool hopeless =
            std::all_of(settings.begin(), settings.end(), [&](const TypesetName& s) {
                return *std::max_element(s.widths.begin(), s.widths.end()) * shrunk > box.width() ||
                       s.height() * shrunk > box.height();
            });
        if (hopeless) return false;
        const auto middle = geo::pole_of_inaccessibility(m_requests[request].shape, 0.1).at;
        const auto places = places_in(part, box, middle);
        for (double size = m_options.size_pt; size >= m_options.min_size_pt - 1e-9; size -= 0.5) {
            for (const double margin :
                 {std::max(1.2, m_options.least_margin_mm), m_options.least_margin_mm}) {
                for (const auto& setting : settings) {
                    const auto sized = scaled_to(setting, size);
                    const double least_depth =
                        margin + std::min(sized.height(), *std::min_element(sized.widths.begin(),
                                                                            sized.widths.end())) /
                                     2;
                    for (const auto& place : places) {
                        if (place.depth < least_depth) continue; // cannot fit
                        if (!fits(sized, place.at, part, margin)) continue;
                        m_result.labels.push_back(sized.at(request, place.at));
                        return true;
                    }
                }
            }
        }
        return false;
    }

    void place_others(const std::vector<std::size_t>& requests) {
        auto labels =
            place_outside({m_requests, m_options, m_measure, m_extents, m_result.labels}, requests);
        std::vector<bool> has(m_requests.size(), false);
        for (const auto& label : labels) {
            has[label.request] = true;
        }
        std::move(labels.begin(), labels.end(), std::back_inserter(m_result.labels));
        for (const auto request : requests) {
            if (!has[request]) m_result.unplaced.push_back(request);
        }
        std::sort(m_result.unplaced.begin(), m_result.unplaced.end());
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
    NearBoxes m_obstacles;
    std::vector<geo::Box> m_extents;
    Labelling m_result;
};

} // namespace

Labelling place_labels(const std::vector<LabelRequest>& requests, const LabelOptions& options,
                       const MeasureLabel& measure) {
    return LabelPlacer(requests, options, measure).run();
}

} // namespace wardmap::maps
