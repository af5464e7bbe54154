// SPDX-License-Identifier: MIT
#include "maps/labels/choose_labels.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "base/interrupt.h"
#include "geo/box_grid.h"
#include "maps/labels/near_boxes.h"

namespace wardmap::maps {
namespace {

constexpr double leader_gap = 0.2; // between a leader and other labels

using Segment = std::pair<geo::Point, geo::Point>;

double side_of(const Segment& line, geo::Point p) {
    const auto& [a, b] = line;
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool cross(const Segment& a, const Segment& b) {
    return (side_of(a, b.first) > 0) != (side_of(a, b.second) > 0) &&
           (side_of(b, a.first) > 0) != (side_of(b, a.second) > 0);
}

bool runs_through(const LabelChoice& leader, const geo::Box& box) {
    return leader.leader &&
           crosses(leader.leader->first, leader.leader->second, box.grown(leader_gap));
}

/// Bounding box of a label and its leader.
geo::Box reach_of(const LabelChoice& choice) {
    auto box = choice.box;
    if (choice.leader) {
        box.add(choice.leader->first);
        box.add(choice.leader->second);
    }
    return box;
}

geo::Box reach_of_all(const std::vector<Labelled>& items) {
    geo::Box box;
    for (const auto& item : items) {
        for (const auto& choice : item.choices) {
            box.add(reach_of(choice));
        }
    }
    return box;
}

/// A reproducible pseudo-random sequence (SplitMix64: Steele, Lea and Flood 2014).
class Sequence {
public:
    std::size_t below(std::size_t n) {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return static_cast<std::size_t>((z ^ (z >> 31U)) % n);
    }

private:
    std::uint64_t m_state = 1;
};

class LabelOptimiser {
public:
    LabelOptimiser(const std::vector<Labelled>& items, double gap)
        : m_items(items), m_gap(gap), m_chosen(items.size()),
          m_taken(reach_of_all(items), near_mm) {}

    [[nodiscard]] const LabelAssignment& chosen() const { return m_chosen; }
    [[nodiscard]] double cost() const { return total_cost(m_items, m_chosen); }

    void start_from(const LabelAssignment& chosen) {
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            choose(i, chosen[i]);
        }
    }

    /// Assigns the cheapest free choice to items without one.
    void fill() {
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            if (m_chosen[i]) continue;
            const auto& choices = m_items[i].choices;
            double least = m_items[i].cost_of_none;
            std::optional<std::size_t> cheapest;
            for (std::size_t c = 0; c < choices.size(); ++c) {
                if (choices[c].cost >= least || !rivals(i, choices[c]).empty()) continue;
                least = choices[c].cost;
                cheapest = c;
            }
            choose(i, cheapest);
        }
    }

    /// Gives an item another choice, or none, if that costs at most `threshold` more.
    void try_change(std::size_t item, std::optional<std::size_t> to, double threshold) {
        if (to == m_chosen[item]) return;
        double dearer = cost_of(item, to) - cost_of(item, m_chosen[item]);
        std::vector<std::size_t> pushed;
        if (to) {
            if (dearer > threshold) return; // displacing others would only add to it
            pushed = rivals(item, m_items[item].choices[*to]);
            for (const auto rival : pushed) {
                stop_if_interrupted();
                dearer += m_items[rival].cost_of_none - cost_of(rival, m_chosen[rival]);
            }
        }
        if (dearer > threshold) return;
        for (const auto rival : pushed) {
            choose(rival, std::nullopt);
        }
        choose(item, to);
    }

private:
    void choose(std::size_t item, std::optional<std::size_t> to) {
        const auto& choices = m_items[item].choices;
        if (m_chosen[item]) m_taken.remove(reach_of(choices[*m_chosen[item]]), item);
        m_chosen[item] = to;
        if (to) m_taken.add(reach_of(choices[*to]), item);
    }

    [[nodiscard]] double cost_of(std::size_t item, std::optional<std::size_t> choice) const {
        return choice ? m_items[item].choices[*choice].cost : m_items[item].cost_of_none;
    }

    /// The items whose choices conflict with this one.
    [[nodiscard]] std::vector<std::size_t> rivals(std::size_t item,
                                                  const LabelChoice& choice) const {
        std::vector<std::size_t> found;
        for (const auto j : m_taken.near(reach_of(choice).grown(std::max(m_gap, leader_gap)))) {
            if (j == item) continue;
            if (in_conflict(choice, m_items[j].choices[*m_chosen[j]], m_gap)) found.push_back(j);
        }
        return found;
    }

    const std::vector<Labelled>& m_items;
    double m_gap;
    LabelAssignment m_chosen;
    geo::BoxGrid m_taken; // by the current choices
};

} // namespace

bool in_conflict(const LabelChoice& a, const LabelChoice& b, double gap) {
    return too_close(a.box, b.box, gap) || runs_through(a, b.box) || runs_through(b, a.box) ||
           (a.leader && b.leader && cross(*a.leader, *b.leader));
}

double total_cost(const std::vector<Labelled>& items, const LabelAssignment& chosen) {
    double cost = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        cost += chosen[i] ? items[i].choices[*chosen[i]].cost : items[i].cost_of_none;
    }
    return cost;
}

LabelAssignment choose_greedily(const std::vector<Labelled>& items, double gap) {
    LabelOptimiser choosing(items, gap);
    choosing.fill();
    return choosing.chosen();
}

LabelAssignment optimise_labels(const std::vector<Labelled>& items, double gap) {
    auto best = choose_greedily(items, gap);
    if (items.size() < 2) return best;
    double least = total_cost(items, best);
    LabelOptimiser choosing(items, gap);
    choosing.start_from(best);
    Sequence sequence;
    constexpr std::size_t rounds = 40;
    constexpr double first_threshold = 15;
    const std::size_t changes = std::clamp<std::size_t>(8 * items.size(), 400, 800);
    for (std::size_t round = 0; round < rounds; ++round) {
        stop_if_interrupted();
        const double left = 1 - static_cast<double>(round + 1) / rounds;
        for (std::size_t k = 0; k < changes; ++k) {
            const auto item = sequence.below(items.size());
            const auto n = items[item].choices.size();
            const auto pick = sequence.below(n + 1);
            choosing.try_change(item, pick < n ? std::optional(pick) : std::nullopt,
                                first_threshold * left * left);
        }
        choosing.fill();
        const double cost = choosing.cost();
        if (cost >= least - 1e-9) continue;
        least = cost;
        best = choosing.chosen();
    }
    return best;
}

} // namespace wardmap::maps
