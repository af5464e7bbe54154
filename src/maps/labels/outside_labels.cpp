// SPDX-License-Identifier: MIT
#include "maps/labels/outside_labels.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <unordered_map>

#include "base/interrupt.h"
#include "geo/box_grid.h"
#include "geo/free_space.h"
#include "geo/pole_of_inaccessibility.h"
#include "maps/labels/choose_labels.h"
#include "maps/labels/near_boxes.h"
#include "maps/labels/typesetting.h"

namespace wardmap::maps {
namespace {

constexpr double number_margin = 0.25;    // from the ward's border
constexpr double least_numbered_mm2 = 25; // a number would hide the colour of a smaller ward
constexpr double leader_start = 0.3;      // between a label and its leader
constexpr double least_leader = 1.2;      // shorter ones look like specks
constexpr std::size_t most_leaders = 150;
constexpr std::size_t few_leaders = 40; // if more than this would need one
constexpr int directions = 24;

// Costs for the reader: a name beside the area is read at once, a number needs the key.
constexpr double name_cost = 1;
constexpr double on_disc_cost = 0.5;
constexpr double number_cost = 3;
constexpr double number_beside_cost = 3.6;
constexpr double on_ward_cost = 1.6; // a number over another ward
constexpr double leader_cost = 0.05; // for each millimetre
constexpr double over_ward_cost = 0.12;
constexpr double shrunk_cost = 0.15; // for each point
constexpr double none_cost = 12;     // up to twice as much for the most important

geo::Box box_around(const Disc& disc) {
    const geo::Box middle{disc.centre.x, disc.centre.y, disc.centre.x, disc.centre.y};
    return middle.grown(disc.radius);
}

geo::Box around(geo::Point a, geo::Point b) {
    geo::Box box;
    box.add(a);
    box.add(b);
    return box;
}

class OutsideLabelPlacer {
public:
    OutsideLabelPlacer(const LabelGround& ground, std::vector<std::size_t> wards)
        : m_in(ground), m_wards(std::move(wards)), m_kept_off(ground.options.frame),
          m_fixed(ground.options.frame), m_placed(ground.options.frame),
          m_extents(ground.options.frame, near_mm), m_discs(ground.options.frame, near_mm),
          m_off_wards(free_room(ground)) {
        for (const auto& box : all_obstacles(ground.options)) {
            m_kept_off.add(box);
        }
        for (const auto& box : ground.options.obstacles) {
            m_fixed.add(box);
        }
        for (const auto& label : ground.placed) {
            m_kept_off.add(label.box);
            m_placed.add(label.box);
        }
        for (std::size_t i = 0; i < ground.extents.size(); ++i) {
            if (!ground.extents[i].empty()) m_extents.add(ground.extents[i], i);
        }
        for (std::size_t i = 0; i < ground.options.discs.size(); ++i) {
            const auto& disc = ground.options.discs[i];
            m_discs.add(box_around(disc), i);
            m_disc_of.try_emplace(disc.request, &disc);
        }
        for (const auto ward : m_wards) {
            m_importances.push_back(ground.requests[ward].importance);
        }
        std::sort(m_importances.begin(), m_importances.end());
    }

    std::vector<Label> run() {
        const auto last = m_in.options.first_number + m_wards.size();
        const std::string digits(std::to_string(last).size(), '8');
        m_number = typeset_variants(digits, m_in.options.size_pt, m_in.measure).front();
        m_items.resize(m_wards.size());
        m_labels.resize(m_wards.size());
        std::vector<std::size_t> without; // space for a number
        for (const auto i : by_importance()) {
            stop_if_interrupted();
            m_items[i].cost_of_none = cost_of_none(i);
            add_on_disc(i);
            if (!add_number_inside(i)) without.push_back(i);
        }
        if (without.size() > most_leaders) {
            without.resize(few_leaders);
        } else {
            for (std::size_t i = 0; i < m_wards.size(); ++i) {
                if (!m_items[i].choices.empty()) add_names(i);
            }
        }
        for (const auto i : without) {
            add_names(i);
            add_numbers_beside(i);
        }
        return chosen();
    }

private:
    static geo::FreeSpace free_room(const LabelGround& ground) {
        geo::OccupancyGrid room(ground.options.frame);
        for (const auto& request : ground.requests) {
            room.take(request.shape);
        }
        return room.free();
    }

    [[nodiscard]] const LabelRequest& request(std::size_t item) const {
        return m_in.requests[m_wards[item]];
    }

    [[nodiscard]] std::vector<std::size_t> by_importance() const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < m_wards.size(); ++i) {
            order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return request(a).importance > request(b).importance;
        });
        return order;
    }

    [[nodiscard]] double cost_of_none(std::size_t item) const {
        const auto lower =
            std::lower_bound(m_importances.begin(), m_importances.end(), request(item).importance) -
            m_importances.begin();
        return none_cost * (1 + static_cast<double>(lower) / static_cast<double>(m_wards.size()));
    }

    [[nodiscard]] bool is_free(const geo::Box& box) const {
        const auto& frame = m_in.options.frame;
        if (box.min_x < frame.min_x || box.max_x > frame.max_x || box.min_y < frame.min_y ||
            box.max_y > frame.max_y) {
            return false;
        }
        return !m_kept_off.any_too_close(box);
    }

    /// Whether a leader runs through a name or an inset.
    [[nodiscard]] bool is_blocked(geo::Point from, geo::Point to) const {
        constexpr double clear = 0.2;
        const auto way = around(from, to);
        return m_placed.any(way.grown(clear), [&](const geo::Box& box) {
            return crosses(from, to, box.grown(clear));
        }) || m_fixed.any(way, [&](const geo::Box& box) { return crosses(from, to, box); });
    }

    [[nodiscard]] bool is_on_disc(geo::Point p, std::size_t but) const {
        return m_discs.any({p.x, p.y, p.x, p.y}, [&](std::size_t i) {
            const auto& disc = m_in.options.discs[i];
            return disc.request != but &&
                   std::hypot(p.x - disc.centre.x, p.y - disc.centre.y) < disc.radius;
        });
    }

    [[nodiscard]] bool is_on_ward(geo::Point p, std::size_t but) const {
        return m_extents.any({p.x, p.y, p.x, p.y}, [&](std::size_t w) {
            return w != but && m_in.extents[w].contains(p) &&
                   geo::contains(m_in.requests[w].shape, p);
        });
    }

    /// The added cost of a leader's path over other wards and discs.
    [[nodiscard]] double way_cost(geo::Point from, geo::Point to, std::size_t item) const {
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        double over = 0;
        const int steps = static_cast<int>(length);
        for (int i = 0; i < steps; ++i) {
            const double t = (i + 0.5) / steps;
            const geo::Point p{from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
            if (is_on_ward(p, m_wards[item])) over += 1;
            if (is_on_disc(p, m_wards[item])) over += 3;
        }
        return leader_cost * length + over_ward_cost * over;
    }

    void add(std::size_t item, Label label, double cost) {
        m_items[item].choices.push_back({cost, label.box, label.leader});
        m_labels[item].push_back(std::move(label));
    }

    /// Clear of the discs drawn over this one, and of everything else.
    [[nodiscard]] bool is_free_on(const Disc& disc, const geo::Box& box) const {
        const auto near = [&box](const geo::Box& other) {
            return too_close(box, other, label_gap);
        };
        const auto over = [&](std::size_t i) {
            const auto& other = m_in.options.discs[i];
            return other.request != disc.request && box.grown(other.radius).contains(other.centre);
        };
        const auto reach = box.grown(label_gap);
        return !m_fixed.any(reach, near) && !m_discs.any(reach, over) && !m_placed.any(reach, near);
    }

    [[nodiscard]] const Disc* disc_of(std::size_t item) const {
        const auto disc = m_disc_of.find(m_wards[item]);
        return disc == m_disc_of.end() ? nullptr : disc->second;
    }

    /// The end of a leader: deep in the ward, or on the uncovered part of its disc.
    [[nodiscard]] geo::Point anchor(std::size_t item) const {
        const auto* const disc = disc_of(item);
        if (disc == nullptr) return geo::pole_of_inaccessibility(request(item).shape, 0.05).at;
        const auto near = m_discs.near(box_around(*disc).grown(disc->radius));
        auto best = disc->centre;
        double most = -HUGE_VAL;
        for (const double share : {0.0, 0.25, 0.5, 0.7, 0.85}) {
            for (int k = 0; k < directions; ++k) {
                stop_if_interrupted();
                const double angle = 2 * std::numbers::pi * k / directions;
                const geo::Point p{disc->centre.x + share * disc->radius * std::cos(angle),
                                   disc->centre.y + share * disc->radius * std::sin(angle)};
                double clear = (1 - share) * disc->radius;
                for (const auto i : near) {
                    const auto& other = m_in.options.discs[i];
                    if (other.request == disc->request) continue;
                    clear = std::min(clear, std::hypot(p.x - other.centre.x, p.y - other.centre.y) -
                                                other.radius);
                }
                if (clear <= most + 1e-9) continue;
                most = clear;
                best = p;
            }
        }
        return best;
    }

    /// The name, or else the number, on the ward's own disc.
    void add_on_disc(std::size_t item) {
        const auto& options = m_in.options;
        const auto* const disc = disc_of(item);
        if (disc == nullptr) return;
        const double lowest = m_number.height() * options.min_size_pt / m_number.size_pt;
        if (lowest / 2 > disc->radius - number_margin) return; // no line is that low
        const auto place = [&](const TypesetName& setting, bool numbered, double cost) {
            auto label = setting.at(m_wards[item], disc->centre);
            const double reach = std::hypot(label.box.width(), label.box.height()) / 2;
            if (reach > disc->radius - number_margin || !is_free_on(*disc, label.box)) return false;
            if (numbered) label.number = 0;
            label.on_disc = true;
            add(item, std::move(label), cost);
            return true;
        };
        for (double size = options.size_pt; size >= options.min_size_pt - 1e-9; size -= 0.5) {
            for (const auto& setting : typeset_variants(request(item).name, size, m_in.measure)) {
                if (place(setting, false, on_disc_cost)) return;
            }
        }
        place(scaled_to(m_number, options.min_size_pt), true, on_disc_cost + number_cost);
    }

    bool add_number_inside(std::size_t item) {
        const auto& shape = request(item).shape;
        if (geo::area(shape) < least_numbered_mm2) return false;
        const auto& part = geo::largest_part(shape);
        const auto box = geo::extent(part.outer);
        const auto& options = m_in.options;
        const double smallest = m_number.height() * options.min_size_pt / m_number.size_pt;
        if (box.height() < smallest || box.width() < smallest / 2) return false;
        const auto pole = geo::pole_of_inaccessibility(shape, 0.1).at;
        for (double size = options.size_pt; size >= options.min_size_pt - 1e-9; size -= 0.5) {
            const auto sized = scaled_to(m_number, size);
            const auto at = sized.box(0, pole);
            if (!is_free(at) || !is_within(at.grown(number_margin), part)) continue;
            auto label = sized.at(m_wards[item], pole);
            label.number = 0;
            add(item, std::move(label), number_cost + shrunk_cost * (options.size_pt - size));
            return true;
        }
        return false;
    }

    /// The label at a centre, with its leader to the ward; nothing if it is obstructed.
    [[nodiscard]] std::optional<Label> with_leader(std::size_t item, const TypesetName& setting,
                                                   geo::Point centre, geo::Point pole) const {
        auto label = setting.at(m_wards[item], centre);
        const auto around = label.box.grown(leader_start);
        if (around.contains(pole)) return std::nullopt;
        const geo::Point from{std::clamp(pole.x, around.min_x, around.max_x),
                              std::clamp(pole.y, around.min_y, around.max_y)};
        const bool is_speck = std::hypot(from.x - pole.x, from.y - pole.y) < least_leader;
        if (is_speck || is_blocked(from, pole)) return std::nullopt;
        label.leader = {from, pole};
        return label;
    }

    /// The nearest position clear of all wards in each direction, for each way of breaking the
    /// name.
    void add_names(std::size_t item) {
        constexpr double longest = 26;
        constexpr double step = 1.5;
        const auto& options = m_in.options;
        const auto pole = anchor(item);
        const double size = std::max(options.min_size_pt, options.size_pt - 1);
        for (const auto& setting : typeset_variants(request(item).name, size, m_in.measure)) {
            const auto here = setting.at(m_wards[item], pole).box;
            for (int k = 0; k < directions; ++k) {
                const double angle = 2 * std::numbers::pi * k / directions;
                for (double radius = 3; radius <= longest; radius += step) {
                    const geo::Point p{pole.x +
                                           (radius + here.width() / 2 * std::abs(std::cos(angle))) *
                                               std::cos(angle),
                                       pole.y + radius * std::sin(angle)};
                    const auto box = setting.at(m_wards[item], p).box;
                    if (!m_off_wards.is_free(box.grown(label_gap)) || !is_free(box)) continue;
                    auto label = with_leader(item, setting, p, pole);
                    if (!label) break;
                    const double way = way_cost(label->leader->first, pole, item);
                    add(item, std::move(*label),
                        name_cost + way + shrunk_cost * (options.size_pt - size));
                    break;
                }
            }
        }
    }

    void add_numbers_beside(std::size_t item) {
        constexpr double farthest = 24;
        constexpr double step = 1.5;
        const auto sized = scaled_to(m_number, m_in.options.min_size_pt);
        const auto pole = anchor(item);
        for (int k = 0; k < directions; ++k) {
            const double angle = 2 * std::numbers::pi * k / directions;
            bool over = false; // one position over wards and one clear of them are enough
            for (double radius = 3; radius <= farthest; radius += step) {
                const geo::Point p{pole.x + radius * std::cos(angle),
                                   pole.y + radius * std::sin(angle)};
                const bool on_ward = is_on_ward(p, m_in.requests.size());
                if ((on_ward && over) || !is_free(sized.box(0, p))) continue;
                auto label = with_leader(item, sized, p, pole);
                if (!label) continue;
                label->number = 0;
                const double way = way_cost(label->leader->first, pole, item);
                add(item, std::move(*label),
                    number_beside_cost + way + (on_ward ? on_ward_cost : 0));
                if (!on_ward) break;
                over = true;
            }
        }
    }

    std::vector<Label> chosen() {
        const auto choice = optimise_labels(m_items, label_gap);
        std::vector<Label> labels;
        for (std::size_t i = 0; i < choice.size(); ++i) {
            if (choice[i]) labels.push_back(std::move(m_labels[i][*choice[i]]));
        }
        return labels;
    }

    const LabelGround& m_in;
    std::vector<std::size_t> m_wards;
    std::vector<double> m_importances; // of the wards, ascending
    NearBoxes m_kept_off;              // avoided by labels: obstacles, discs and names
    NearBoxes m_fixed;                 // obstacles alone
    NearBoxes m_placed;                // names alone
    geo::BoxGrid m_extents;            // of all requests
    geo::BoxGrid m_discs;              // by their place in the list
    std::unordered_map<std::size_t, const Disc*> m_disc_of;
    geo::FreeSpace m_off_wards;
    TypesetName m_number;
    std::vector<Labelled> m_items;
    std::vector<std::vector<Label>> m_labels; // of each item's choices
};

} // namespace

std::vector<Label> place_outside(const LabelGround& ground, const std::vector<std::size_t>& wards) {
    if (wards.empty()) return {};
    return OutsideLabelPlacer(ground, wards).run();
}

} // namespace wardmap::maps
