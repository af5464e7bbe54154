// SPDX-License-Identifier: MIT
#include "hotspots/find_hotspots.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/false_discovery.h"
#include "hotspots/field.h"
#include "measures/smoothing.h"
#include "statistics/permutation.h"

namespace wardmap::hotspots {
namespace {

using project::HotspotSpec;
using statistics::Comparison;
using statistics::Interval;

std::vector<double> corrected(const std::vector<double>& p, HotspotSpec::Correction correction) {
    switch (correction) {
    case HotspotSpec::Correction::none:
        return p;
    case HotspotSpec::Correction::fdr:
        return benjamini_hochberg(p);
    case HotspotSpec::Correction::bonferroni:
        return bonferroni(p);
    }
    return p;
}

/// Every corrected p rises with every p, so that the ends of all p give the ends of each q.
std::vector<Interval> corrected(const std::vector<Interval>& p,
                                HotspotSpec::Correction correction) {
    std::vector<double> low;
    std::vector<double> high;
    for (const auto& one : p) {
        low.push_back(one.low);
        high.push_back(one.high);
    }
    low = corrected(low, correction);
    high = corrected(high, correction);
    std::vector<Interval> q;
    for (std::size_t i = 0; i < p.size(); ++i) {
        q.push_back({low[i], high[i]});
    }
    return q;
}

/// The verdict that holds for every combination of suppressed figures; `upper` and `lower` are the
/// p of high and of low.
Tested tested(const Interval& upper, const Interval& lower, const Interval& q, double level) {
    const auto evidence = q.high <= level ? Evidence::firm : Evidence::tentative;
    if (upper.high <= level) return {Verdict::high, evidence};
    if (lower.high <= level) return {Verdict::low, evidence};
    const bool possible = upper.low <= level || lower.low <= level;
    return {possible ? Verdict::uncertain : Verdict::none, Evidence::none};
}

/// The same for a score with its two-sided p.
Tested tested_score(const Interval& score, const Interval& p, const Interval& q, double level) {
    constexpr Interval never{1, 1};
    // If only some scores are on a side, its p may be 1.
    const auto one_sided = [&](double nearest, double farthest) {
        return farthest <= 0 ? never : Interval{p.low, nearest > 0 ? p.high : 1};
    };
    return tested(one_sided(score.low, score.high), one_sided(-score.high, -score.low), q, level);
}

Level level_of_change(const Tested& change) {
    switch (change.verdict) {
    case Verdict::high:
        return Level::risen;
    case Verdict::low:
        return Level::fallen;
    case Verdict::uncertain:
        return Level::uncertain;
    case Verdict::none:
        return Level::unchanged;
    }
    return Level::unchanged;
}

/// Wards with a figure and a denominator, as counts and populations of a field.
struct Rates {
    Field field;
    std::vector<double> people;
};

Rates rates_of(const Request& request) {
    std::vector<Cell> cells = request.figures;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& people = request.denominators[i];
        if (!people.is_known() || people.value() <= 0) cells[i] = Cell::not_calculable();
    }
    Rates rates;
    rates.field = field_of(cells, request.neighbours);
    for (const auto ward : rates.field.wards) {
        rates.people.push_back(request.denominators[ward].value());
    }
    return rates;
}

std::vector<Cell> smoothed_cells(const Request& request) {
    const auto rates = rates_of(request);
    std::vector<Cell> cells(request.values.size());
    if (rates.people.empty()) return cells;
    const auto ranges = measures::eb_rate_ranges(rates.field.low, rates.field.high, rates.people);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const auto& [low, high] = ranges[i];
        cells[rates.field.wards[i]] = low < high ? Cell::suppressed(low, high) : Cell::known(low);
    }
    return cells;
}

Level level_of(const OwnLevel& own) {
    if (own.lowest != own.highest) return Level::uncertain;
    switch (own.lowest) {
    case Comparison::much_higher:
        return Level::much_higher;
    case Comparison::higher:
        return Level::higher;
    case Comparison::similar:
        return Level::similar;
    case Comparison::lower:
        return Level::lower;
    case Comparison::much_lower:
        return Level::much_lower;
    }
    return Level::similar;
}

Side side_of(const OwnLevel& own) {
    if (!own.ratio || own.ratio->high <= 1) return Side::below;
    return own.ratio->low > 1 ? Side::above : Side::either;
}

Around around_of(const std::optional<Tested>& neighbours) {
    if (!neighbours) return Around::not_tested;
    switch (neighbours->verdict) {
    case Verdict::none:
        return Around::neither;
    case Verdict::high:
        return Around::high;
    case Verdict::low:
        return Around::low;
    case Verdict::uncertain:
        return Around::uncertain;
    }
    return Around::not_tested;
}

class Finder {
public:
    explicit Finder(const Request& request) : m_request(request) {
        m_result.spec = request.spec;
        m_result.why_not = request.why_not;
        m_result.wards.resize(request.values.size());
        m_area = request.values.size() - request.around;
    }

    Hotspots run() {
        if (!m_request.denominators.empty()) {
            compare_with_area();
            compare_with_wards();
            smooth();
        }
        test_neighbourhoods();
        const auto mean = mean_of_values();
        for (std::size_t i = 0; i < m_area; ++i) {
            read(i, mean);
        }
        join_clusters();
        number_clusters();
        add_note_on_islands();
        m_result.wards.resize(m_area);
        return std::move(m_result);
    }

private:
    /// Number of members of a field within the area; they come first.
    [[nodiscard]] std::size_t in_area(const Field& field) const {
        const auto end = std::lower_bound(field.wards.begin(), field.wards.end(), m_area);
        return static_cast<std::size_t>(end - field.wards.begin());
    }

    /// Questions 1 and 2 are about the area alone.
    void compare_with_area() {
        const auto first = [this](const std::vector<Cell>& cells) {
            return std::vector<Cell>(cells.begin(),
                                     cells.begin() + static_cast<std::ptrdiff_t>(m_area));
        };
        auto levels = own_levels(first(m_request.figures), first(m_request.denominators),
                                 m_request.kind, m_request.reference);
        m_result.area = levels.area;
        m_result.dispersion = levels.dispersion;
        m_result.kind = levels.kind;
        for (std::size_t i = 0; i < levels.wards.size(); ++i) {
            if (!levels.wards[i]) continue;
            m_result.wards[i].own = levels.wards[i];
            ++m_result.own_tests;
        }
        if (levels.has_funnel) m_result.funnel_tests = m_result.own_tests;
    }

    void compare_with_wards() {
        if (m_result.funnel_tests == 0) return;
        std::vector<std::size_t> wards;
        std::vector<Interval> p;
        for (std::size_t i = 0; i < m_area; ++i) {
            if (!m_result.wards[i].own) continue;
            wards.push_back(i);
            p.push_back(m_result.wards[i].own->p);
        }
        const auto q = corrected(p, m_request.spec.correction);
        for (std::size_t k = 0; k < wards.size(); ++k) {
            auto& ward = m_result.wards[wards[k]];
            const auto& own = *ward.own;
            constexpr Interval never{1, 1};
            // If only some scores are on a side, its p may be 1.
            const auto one_sided = [&](double nearest, double farthest) {
                return farthest <= 0 ? never : Interval{own.p.low, nearest > 0 ? own.p.high : 1};
            };
            ward.own_q = q[k];
            ward.exceptional =
                tested(one_sided(own.score.low, own.score.high),
                       one_sided(-own.score.high, -own.score.low), q[k], m_request.spec.level);
            if (own.has_few_expected && ward.exceptional->evidence == Evidence::firm) {
                ward.exceptional->evidence = Evidence::tentative;
            }
        }
    }

    void smooth() {
        const auto rates = rates_of(m_request);
        if (rates.people.empty()) return;
        const auto smoothed = measures::spatial_eb_rates(middle_of(rates.field), rates.people,
                                                         rates.field.neighbours);
        for (std::size_t i = 0; i < smoothed.size(); ++i) {
            m_result.wards[rates.field.wards[i]].smoothed = smoothed[i];
        }
    }

    /// The figures used to test neighbourhoods.
    std::vector<Cell> tested_on() {
        using Of = HotspotSpec::Of;
        const auto few = std::count_if(
            m_result.wards.begin(), m_result.wards.end(), [](const WardHotspot& ward) {
                return ward.own &&
                       (ward.own->expected.low + ward.own->expected.high) / 2 < few_expected;
            });
        const bool is_small = 4 * static_cast<std::size_t>(few) > m_result.own_tests;
        m_result.tested_on = m_request.spec.of.value_or(is_small ? Of::smoothed : Of::measure);
        if (m_result.tested_on == Of::count) return m_request.figures;
        if (m_result.tested_on == Of::smoothed && !m_request.denominators.empty()) {
            return smoothed_cells(m_request);
        }
        m_result.tested_on = Of::measure;
        return m_request.values;
    }

    void test_neighbourhoods() {
        const auto field = field_of(tested_on(), m_request.neighbours);
        const auto area = in_area(field);
        m_result.around = field.size() - area;
        m_result.islands = static_cast<std::size_t>(std::count_if(
            field.neighbours.begin(), field.neighbours.begin() + static_cast<std::ptrdiff_t>(area),
            [](const auto& list) { return list.empty(); }));
        if (field.size() < least_wards) {
            note(fmt::format("{} with a figure: too few to test neighbourhoods (at least {})",
                             text::with_count(field.size(), "area"), least_wards));
            return;
        }
        const auto middle = middle_of(field);
        m_result.moran = global_moran(middle, field.neighbours);
        const auto local = local_moran(middle, field.neighbours);
        set_permutations(area);
        const auto found = test_surroundings(field, {m_request.spec.method, m_result.permutations,
                                                     m_request.spec.seed, m_request.threads});
        std::vector<std::size_t> members;
        std::vector<Interval> p;
        for (std::size_t i = 0; i < area; ++i) {
            auto& ward = m_result.wards[field.wards[i]];
            ward.moran = local[i];
            ward.surroundings = found[i];
            if (!found[i]) continue;
            members.push_back(field.wards[i]);
            p.push_back(found[i]->p());
        }
        m_result.around_tests = members.size();
        const auto q = corrected(p, m_request.spec.correction);
        for (std::size_t k = 0; k < members.size(); ++k) {
            auto& ward = m_result.wards[members[k]];
            ward.around_q = q[k];
            ward.neighbours = tested(ward.surroundings->upper, ward.surroundings->lower, q[k],
                                     m_request.spec.level);
        }
    }

    /// Enough to let a single ward pass the correction, within reason.
    void set_permutations(std::size_t tests) {
        if (m_request.spec.method != HotspotSpec::Method::permutation) return;
        constexpr std::size_t usual = 9999;
        constexpr std::size_t most = 39999;
        const bool corrects = m_request.spec.correction != HotspotSpec::Correction::none;
        const auto needed =
            statistics::permutations_needed(corrects ? tests : 1, m_request.spec.level);
        const auto own = m_request.spec.permutations;
        m_result.permutations = own.value_or(needed <= most ? std::max(usual, needed) : usual);
        if (m_result.permutations >= needed) return;
        m_result.findings.push_back(
            {.severity = own ? Severity::warning : Severity::note,
             .found = fmt::format("{} permutations are too few for a single area to pass the "
                                  "correction among {} tests",
                                  text::number(double(m_result.permutations), 0), tests),
             .expected = fmt::format("at least {}", text::number(double(needed), 0)),
             .help = fmt::format("hotspots = {{ permutations = {} }}, or method = \"analytic\"",
                                 needed)});
    }

    /// Mean of the area's wards; the ends hold for every combination of suppressed figures.
    [[nodiscard]] Interval mean_of_values() const {
        Interval sum;
        std::size_t n = 0;
        for (std::size_t i = 0; i < m_area; ++i) {
            const auto& value = m_request.values[i];
            if (!value.is_known() && !value.is_suppressed()) continue;
            sum.low += value.low();
            sum.high += value.high();
            ++n;
        }
        const auto wards = static_cast<double>(std::max<std::size_t>(1, n));
        return {sum.low / wards, sum.high / wards};
    }

    void read(std::size_t i, const Interval& mean) {
        auto& ward = m_result.wards[i];
        const auto& value = m_request.values[i];
        const bool has_figure = value.is_known() || value.is_suppressed();
        ward.reading.around = around_of(ward.neighbours);
        if (ward.own) {
            ward.reading.level = level_of(*ward.own);
            ward.reading.side = side_of(*ward.own);
        } else {
            ward.reading.level = has_figure ? Level::not_tested : Level::no_figure;
            if (has_figure && value.low() > mean.high) ward.reading.side = Side::above;
            if (has_figure && value.high() <= mean.low) ward.reading.side = Side::below;
        }
    }

    /// A higher ward that adjoins two higher wards of a cluster joins it, even if its neighbours as
    /// a whole pass no test.
    void join_clusters() {
        std::vector<std::size_t> joining;
        for (std::size_t i = 0; i < m_area; ++i) {
            const auto& reading = m_result.wards[i].reading;
            if (!is_higher(reading.level) || reading.around != Around::neither) continue;
            const auto& neighbours = m_request.neighbours[i];
            const auto in_cluster =
                std::count_if(neighbours.begin(), neighbours.end(), [this](std::size_t j) {
                    return j < m_area && is_higher(m_result.wards[j].reading.level) &&
                           is_in_cluster(m_result.wards[j].reading);
                });
            if (in_cluster >= 2) joining.push_back(i);
        }
        for (const auto i : joining) {
            m_result.wards[i].reading.around = Around::high;
        }
    }

    /// Numbers clusters of adjoining wards; a single ward is not a cluster.
    void number_clusters() {
        std::size_t next = 1;
        const auto belongs = [&](std::size_t i) {
            return i < m_area && m_result.wards[i].cluster == 0 &&
                   is_in_cluster(m_result.wards[i].reading);
        };
        for (std::size_t i = 0; i < m_area; ++i) {
            if (!belongs(i)) continue;
            std::vector<std::size_t> members{i};
            m_result.wards[i].cluster = next;
            for (std::size_t k = 0; k < members.size(); ++k) {
                for (const auto j : m_request.neighbours[members[k]]) {
                    if (!belongs(j)) continue;
                    m_result.wards[j].cluster = next;
                    members.push_back(j);
                }
            }
            if (members.size() == 1) {
                m_result.wards[i].cluster = 0;
            } else {
                ++next;
            }
        }
    }

    void note(std::string found) {
        m_result.findings.push_back({.severity = Severity::note, .found = std::move(found)});
    }

    void add_note_on_islands() {
        if (m_result.islands == 0 || m_result.around_tests == 0) return;
        note(fmt::format("{} no neighbours with a figure: not tested with neighbours",
                         text::with_count(m_result.islands, "area has", "areas have")));
    }

    const Request& m_request;
    std::size_t m_area = 0; // number of wards of the area; those around it follow
    Hotspots m_result;
};

} // namespace

Hotspots find_hotspots(const Request& request) {
    return Finder(request).run();
}

Hotspots read_changes(const std::vector<std::optional<measures::Change>>& changes,
                      const measures::AreaChange& area, const HotspotSpec& spec) {
    Hotspots result;
    result.spec = spec;
    result.dispersion = area.dispersion;
    result.wards.resize(changes.size());
    std::vector<std::size_t> wards;
    std::vector<Interval> p;
    std::vector<Interval> area_p;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (!changes[i]) continue;
        wards.push_back(i);
        p.push_back(changes[i]->p);
        area_p.push_back(changes[i]->area_p);
    }
    result.own_tests = wards.size();
    const auto q = corrected(p, spec.correction);
    const auto area_q = corrected(area_p, spec.correction);
    for (std::size_t k = 0; k < wards.size(); ++k) {
        const auto& change = *changes[wards[k]];
        auto& ward = result.wards[wards[k]];
        ward.change_q = q[k];
        ward.change = tested_score(change.score, change.p, q[k], spec.level);
        ward.reading.level = level_of_change(*ward.change);
        if (!area.is_tested) continue;
        ward.area_change_q = area_q[k];
        ward.area_change = tested_score(change.area_score, change.area_p, area_q[k], spec.level);
        ward.reading.around = around_of(ward.area_change);
    }
    return result;
}

} // namespace wardmap::hotspots
