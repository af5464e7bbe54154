// SPDX-License-Identifier: MIT
#include "wards/border_faults.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/interrupt.h"
#include "base/text.h"
#include "geo/operations.h"
#include "wards/ward.h"

namespace wardmap::wards {
namespace {

constexpr double near_alone = 10;        // metres, of wards without neighbours
constexpr double near_pair = 1;          // metres, of others
constexpr double least_shared = 1;       // square metres
constexpr std::size_t most_pairs = 3000; // measured

/// A segment of border, lower end first, and its ward.
struct Stretch {
    std::array<double, 4> ends{};
    std::size_t ward = 0;

    bool operator<(const Stretch& other) const { return ends < other.ends; }
};

std::vector<Stretch> stretches_of(const std::vector<Ward>& wards) {
    std::vector<Stretch> all;
    const auto take = [&](const geo::Ring& ring, std::size_t ward) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            auto a = ring[i];
            auto b = ring[(i + 1) % ring.size()];
            if (std::pair(b.x, b.y) < std::pair(a.x, a.y)) std::swap(a, b);
            all.push_back({{a.x, a.y, b.x, b.y}, ward});
        }
    };
    for (std::size_t i = 0; i < wards.size(); ++i) {
        for (const auto& part : wards[i].shape.parts) {
            take(part.outer, i);
            for (const auto& hole : part.holes) {
                take(hole, i);
            }
        }
    }
    return all;
}

/// The wards with a segment of border that no other ward has, in order.
std::vector<std::size_t> wards_with_own_border(const std::vector<Ward>& wards) {
    auto all = stretches_of(wards);
    std::sort(all.begin(), all.end());
    std::vector<bool> own(wards.size(), false);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool before = i > 0 && all[i - 1].ends == all[i].ends;
        const bool after = i + 1 < all.size() && all[i + 1].ends == all[i].ends;
        if (!before && !after) own[all[i].ward] = true;
    }
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (own[i]) list.push_back(i);
    }
    return list;
}

struct Pair {
    std::size_t i = 0;
    std::size_t j = 0;
    double measure = 0; // m² shared, or m apart
};

class Inspection {
public:
    Inspection(const WardSet& set, const Neighbours& neighbours, const NeighbourSpec& spec)
        : m_set(set), m_neighbours(neighbours),
          m_by_borders(spec.rule == NeighbourSpec::Rule::queen ||
                       spec.rule == NeighbourSpec::Rule::rook),
          m_snap(spec.snap_m) {}

    Findings run() {
        find_pairs();
        Findings findings;
        report_overlaps(findings);
        report_near(findings);
        if (m_unmeasured) {
            findings.push_back(
                {.severity = Severity::note,
                 .place = {m_set.source},
                 .found = fmt::format("so many borders differ that only the first {} "
                                      "pairs of {} were measured for overlaps",
                                      most_pairs, m_set.noun.plural)});
        }
        return findings;
    }

private:
    [[nodiscard]] bool is_alone(std::size_t ward) const {
        return m_by_borders && m_neighbours[ward].empty();
    }

    [[nodiscard]] bool are_neighbours(std::size_t i, std::size_t j) const {
        return std::ranges::binary_search(m_neighbours[i], j);
    }

    /// Sweeps from west to east, so that only wards with nearby boxes are compared.
    void find_pairs() {
        auto order = wards_with_own_border(m_set.wards);
        std::vector<geo::Box> boxes(m_set.wards.size());
        for (const auto i : order) {
            boxes[i] = geo::extent(m_set.wards[i].shape);
        }
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return boxes[i].min_x; });
        std::size_t pairs = 0;
        for (std::size_t a = 0; a < order.size(); ++a) {
            for (std::size_t b = a + 1; b < order.size(); ++b) {
                const auto i = std::min(order[a], order[b]);
                const auto j = std::max(order[a], order[b]);
                const double near = is_alone(i) || is_alone(j) ? near_alone : near_pair;
                if (boxes[order[b]].min_x > boxes[order[a]].max_x + near_alone) break;
                if (!boxes[i].grown(near).overlaps(boxes[j])) continue;
                if (++pairs > most_pairs) {
                    m_unmeasured = true;
                    return;
                }
                stop_if_interrupted();
                measure(i, j, near);
            }
        }
    }

    void measure(std::size_t i, std::size_t j, double near) {
        const auto& a = m_set.wards[i].shape;
        const auto& b = m_set.wards[j].shape;
        const double apart = geo::distance(a, b);
        if (apart == 0) {
            const double shared = geo::shared_area(a, b);
            if (shared > least_shared) m_overlaps.push_back({i, j, shared});
        } else if (m_by_borders && apart > m_snap && apart <= near && !are_neighbours(i, j)) {
            m_near.push_back({i, j, apart});
        }
    }

    [[nodiscard]] static std::string area_words(double m2) {
        constexpr double hectare = 10000;
        if (m2 >= hectare) return text::number(m2 / hectare, m2 < 10 * hectare ? 1 : 0) + " ha";
        return text::number(m2, 0) + " m\u00B2";
    }

    [[nodiscard]] static std::string distance_words(double m) {
        constexpr double centimetre = 0.01;
        if (m < centimetre) return text::number(std::max(m * 1000, 0.1), m < 0.001 ? 1 : 0) + " mm";
        if (m < 1) return text::number(m * 100, 0) + " cm";
        return text::number(m, 1) + " m";
    }

    void report_overlaps(Findings& findings) {
        std::ranges::stable_sort(m_overlaps, std::ranges::greater(), &Pair::measure);
        for (const auto& pair : m_overlaps) {
            findings.push_back(
                {.severity = Severity::warning,
                 .place = {m_set.source},
                 .found = fmt::format("{} overlaps {} by {}", m_set.wards[pair.i].name,
                                      m_set.wards[pair.j].name, area_words(pair.measure)),
                 .expected = "each place in one " + m_set.noun.singular,
                 .help = "correct the boundaries; areas and densities count such "
                         "ground twice",
                 .kind = "pairs of " + m_set.noun.plural + " overlap"});
        }
    }

    void report_near(Findings& findings) {
        if (m_near.empty()) return;
        double most = 0;
        std::vector<bool> alone(m_set.wards.size(), false);
        for (const auto& pair : m_near) {
            most = std::max(most, pair.measure);
            for (const auto ward : {pair.i, pair.j}) {
                alone[ward] = alone[ward] || is_alone(ward);
            }
        }
        const auto lonely = std::ranges::count(alone, true);
        const auto& first = m_near.front();
        const auto what =
            lonely > 0
                ? fmt::format("{} of {} {} have no neighbour, although others come within {}",
                              lonely, m_set.wards.size(), m_set.noun.plural, distance_words(most))
                : fmt::format("{} of {} come within {} of each other without touching, {} and "
                              "{} for instance",
                              text::with_count(m_near.size(), "pair"), m_set.noun.plural,
                              distance_words(most), m_set.wards[first.i].name,
                              m_set.wards[first.j].name);
        findings.push_back(
            {.severity = Severity::warning,
             .place = {m_set.source},
             .found = what,
             .expected = "borders that meet",
             .help = fmt::format("[neighbours] snap_m = {} counts them as neighbours",
                                 text::shortest(snap_for(most)))});
    }

    /// A round distance above this one.
    [[nodiscard]] static double snap_for(double distance) {
        for (const double snap : {0.01, 0.1, 1.0}) {
            if (distance < snap) return snap;
        }
        return 2 * near_alone;
    }

    const WardSet& m_set;
    const Neighbours& m_neighbours;
    bool m_by_borders;
    double m_snap;
    std::vector<Pair> m_overlaps;
    std::vector<Pair> m_near;
    bool m_unmeasured = false;
};

} // namespace

Findings border_faults(const WardSet& wards, const Neighbours& neighbours,
                       const NeighbourSpec& spec) {
    return Inspection(wards, neighbours, spec).run();
}

} // namespace wardmap::wards
