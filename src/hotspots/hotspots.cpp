// SPDX-License-Identifier: MIT
#include "hotspots/hotspots.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/false_discovery.h"
#include "hotspots/permutation.h"
#include "measures/smoothing.h"

namespace wardmap::hotspots {
namespace {

using project::HotspotSpec;

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

Tested passing(bool high, double q, double level) {
    return {high ? Verdict::high : Verdict::low, q <= level ? Evidence::firm : Evidence::tentative};
}

std::vector<double> middle_of(const Field& field) {
    std::vector<double> middle;
    for (std::size_t i = 0; i < field.size(); ++i) {
        middle.push_back((field.low[i] + field.high[i]) / 2);
    }
    return middle;
}

/// Wards with a figure and a denominator, as counts and populations of a field.
struct Rates {
    Field field;
    std::vector<double> counts; // withheld ones at the middle
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
    rates.counts = middle_of(rates.field);
    for (const auto ward : rates.field.wards) {
        rates.people.push_back(request.denominators[ward].value());
    }
    return rates;
}

/// The figures that neighbourhoods are tested on.
std::vector<Cell> tested_on(const Request& request) {
    if (request.spec.of == HotspotSpec::Of::count) return request.figures;
    if (request.spec.of == HotspotSpec::Of::measure || request.denominators.empty()) {
        return request.values;
    }
    const auto rates = rates_of(request);
    std::vector<Cell> cells(request.values.size());
    if (rates.counts.empty()) return cells;
    const auto low = measures::eb_rates(rates.field.low, rates.people);
    const auto high = measures::eb_rates(rates.field.high, rates.people);
    for (std::size_t i = 0; i < low.size(); ++i) {
        const auto [least, most] = std::minmax(low[i], high[i]);
        cells[rates.field.wards[i]] =
            least < most ? Cell::suppressed(least, most) : Cell::known(least);
    }
    return cells;
}

class Finder {
public:
    explicit Finder(const Request& request) : m_request(request) {
        m_result.spec = request.spec;
        m_result.wards.resize(request.values.size());
        m_area = request.values.size() - request.around;
    }

    Hotspots run() {
        if (!m_request.denominators.empty()) {
            test_own_levels();
            smooth();
        }
        test_neighbourhoods();
        const auto field = field_of(m_request.values, m_request.neighbours);
        auto middle = middle_of(field);
        middle.resize(in_area(field));
        const double mean = std::accumulate(middle.begin(), middle.end(), 0.0) /
                            static_cast<double>(std::max<std::size_t>(1, middle.size()));
        for (std::size_t i = 0; i < middle.size(); ++i) {
            auto& ward = m_result.wards[field.wards[i]];
            ward.joint =
                read_together(ward.ward_level_test, ward.neighbourhood_test, middle[i] >= mean);
        }
        tell();
        m_result.wards.resize(m_area);
        return std::move(m_result);
    }

private:
    /// How many members of a field belong to the area; they come first.
    [[nodiscard]] std::size_t in_area(const Field& field) const {
        const auto end = std::lower_bound(field.wards.begin(), field.wards.end(), m_area);
        return static_cast<std::size_t>(end - field.wards.begin());
    }

    /// Against the rate of the area alone.
    void test_own_levels() {
        const auto first = [this](const std::vector<Cell>& cells) {
            return std::vector<Cell>(cells.begin(),
                                     cells.begin() + static_cast<std::ptrdiff_t>(m_area));
        };
        const auto levels =
            own_levels(first(m_request.figures), first(m_request.denominators), m_request.spread);
        m_result.dispersion = levels.dispersion;
        m_result.rate = levels.rate;
        std::vector<std::size_t> wards;
        std::vector<double> p;
        for (std::size_t i = 0; i < levels.wards.size(); ++i) {
            if (!levels.wards[i]) continue;
            m_result.wards[i].own = levels.wards[i];
            wards.push_back(i);
            p.push_back(levels.wards[i]->p);
        }
        m_result.own_tests = wards.size();
        const auto q = corrected(p, m_request.spec.correction);
        const double level = m_request.spec.level;
        for (std::size_t k = 0; k < wards.size(); ++k) {
            auto& ward = m_result.wards[wards[k]];
            ward.own_q = q[k];
            ward.ward_level_test = Tested();
            if (ward.own->p <= level) {
                ward.ward_level_test = passing(ward.own->score_low > 0, q[k], level);
            } else if (ward.own->p_far <= level) {
                ward.ward_level_test = Tested{Verdict::uncertain, Evidence::none};
            }
        }
    }

    void smooth() {
        const auto rates = rates_of(m_request);
        if (rates.counts.empty()) return;
        const auto smoothed =
            measures::spatial_eb_rates(rates.counts, rates.people, rates.field.neighbours);
        for (std::size_t i = 0; i < smoothed.size(); ++i) {
            m_result.wards[rates.field.wards[i]].smoothed = smoothed[i];
        }
    }

    void test_neighbourhoods() {
        const auto field = field_of(tested_on(m_request), m_request.neighbours);
        const auto area = in_area(field);
        m_result.around = field.size() - area;
        m_result.islands = static_cast<std::size_t>(std::count_if(
            field.neighbours.begin(), field.neighbours.begin() + static_cast<std::ptrdiff_t>(area),
            [](const auto& list) { return list.empty(); }));
        if (field.size() < least_wards) {
            m_result.findings.push_back(
                {.severity = Severity::note,
                 .found =
                     fmt::format("{} with a figure: too few to test neighbourhoods (at least {})",
                                 text::with_count(field.size(), "area"), least_wards)});
            return;
        }
        const auto middle = middle_of(field);
        m_result.moran = global_moran(middle, field.neighbours);
        const auto local = local_moran(middle, field.neighbours);
        const auto gi = gi_star(field);
        const auto pseudo = permuted(middle, field);
        std::vector<std::size_t> members;
        std::vector<double> p;
        for (std::size_t i = 0; i < area; ++i) {
            auto& ward = m_result.wards[field.wards[i]];
            ward.moran = local[i];
            ward.gi = gi[i];
            if (!gi[i]) continue;
            members.push_back(i);
            p.push_back(pseudo.empty() ? two_sided_p(gi[i]->z) : pseudo[i]);
        }
        m_result.gi_tests = members.size();
        const auto q = corrected(p, m_request.spec.correction);
        for (std::size_t k = 0; k < members.size(); ++k) {
            auto& ward = m_result.wards[field.wards[members[k]]];
            ward.gi_p = p[k];
            ward.gi_q = q[k];
            ward.neighbourhood_test = around(*ward.gi, p[k], q[k]);
        }
    }

    std::vector<double> permuted(const std::vector<double>& middle, const Field& field) {
        if (m_request.spec.method != HotspotSpec::Method::permutation) return {};
        m_result.permutations = m_request.spec.permutations;
        const auto needed = permutations_needed(in_area(field), m_request.spec.level);
        if (m_request.spec.correction != HotspotSpec::Correction::none &&
            m_result.permutations < needed) {
            m_result.findings.push_back(
                {.severity = Severity::warning,
                 .found =
                     fmt::format("{} permutations are too few for a single area to pass the "
                                 "correction among {} tests",
                                 text::number(double(m_result.permutations), 0), in_area(field)),
                 .expected = fmt::format("at least {}", text::number(double(needed), 0)),
                 .help = fmt::format("hotspots = {{ permutations = {} }}, or method = \"analytic\"",
                                     needed)});
        }
        return permutation_p(middle, field.neighbours,
                             {m_request.spec.permutations, m_request.spec.seed, m_request.threads});
    }

    /// What the corners of the withheld figures say, then what the test says.
    [[nodiscard]] Tested around(const GiStar& gi, double p, double q) const {
        const double level = m_request.spec.level;
        const auto verdict = [&](double z) {
            if (two_sided_p(z) > level) return Verdict::none;
            return z > 0 ? Verdict::high : Verdict::low;
        };
        if (verdict(gi.low) != verdict(gi.high)) return {Verdict::uncertain, Evidence::none};
        return p <= level ? passing(gi.z > 0, q, level) : Tested();
    }

    void tell() {
        if (m_result.islands > 0 && m_result.gi_tests > 0) {
            m_result.findings.push_back(
                {.severity = Severity::note,
                 .found =
                     fmt::format("{} no neighbours with a figure: not tested with neighbours",
                                 text::with_count(m_result.islands, "area has", "areas have"))});
        }
    }

    const Request& m_request;
    std::size_t m_area = 0; // wards of the area; those around it follow
    Hotspots m_result;
};

} // namespace

Hotspots find_hotspots(const Request& request) {
    return Finder(request).run();
}

Hotspots read_changes(const std::vector<std::optional<measures::Change>>& changes,
                      const HotspotSpec& spec) {
    Hotspots result;
    result.spec = spec;
    result.wards.resize(changes.size());
    std::vector<std::size_t> wards;
    std::vector<double> p;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (!changes[i]) continue;
        wards.push_back(i);
        p.push_back(changes[i]->p);
    }
    result.own_tests = wards.size();
    const auto q = corrected(p, spec.correction);
    for (std::size_t k = 0; k < wards.size(); ++k) {
        const auto& change = *changes[wards[k]];
        auto& ward = result.wards[wards[k]];
        ward.own_q = q[k];
        ward.ward_level_test = Tested();
        ward.joint = {Reading::unchanged, Evidence::none};
        if (change.p <= spec.level) {
            ward.ward_level_test = passing(change.ratio_low > 1, q[k], spec.level);
            ward.joint = {change.ratio_low > 1 ? Reading::risen : Reading::fallen,
                          ward.ward_level_test->evidence};
        } else if (change.p_far <= spec.level) {
            ward.ward_level_test = Tested{Verdict::uncertain, Evidence::none};
            ward.joint = {Reading::uncertain, Evidence::none};
        }
    }
    return result;
}

} // namespace wardmap::hotspots
