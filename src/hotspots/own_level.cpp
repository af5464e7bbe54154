// SPDX-License-Identifier: MIT
#include "hotspots/own_level.h"

#include <algorithm>
#include <cmath>

#include "statistics/withheld.h"

namespace wardmap::hotspots {
namespace {

using statistics::Distribution;
using statistics::Interval;
using statistics::WithheldArea;

bool is_whole(double x) {
    return x == std::floor(x);
}

/// The wards that can be compared, with counts as intervals.
struct Members {
    std::vector<std::size_t> wards;
    WithheldArea area;
    Interval sum; // of their counts
    double denominators = 0;
};

Members members_of(const std::vector<Cell>& figures, const std::vector<Cell>& denominators) {
    Members members;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const bool has_figure = figures[i].is_known() || figures[i].is_suppressed();
        if (!has_figure || !denominators[i].is_known() || denominators[i].value() <= 0) continue;
        members.wards.push_back(i);
        members.area.counts.push_back({figures[i].low(), figures[i].high()});
        members.area.denominators.push_back(denominators[i].value());
        members.sum.low += figures[i].low();
        members.sum.high += figures[i].high();
        members.denominators += denominators[i].value();
    }
    return members;
}

bool is_binomial(const Members& members, const Reference& reference) {
    const auto& [counts, denominators, kind, of, total, elsewhere, rate] = members.area;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const bool whole =
            is_whole(counts[i].low) && is_whole(counts[i].high) && is_whole(denominators[i]);
        if (!whole || counts[i].high > denominators[i]) return false;
    }
    return !reference.total || !reference.denominator || *reference.total <= *reference.denominator;
}

/// Sets the reference rate. A total that the counts cannot add up to (because it was rounded) gives
/// a fixed rate.
AreaRate set_reference(Members& members, const Reference& reference, bool all_have_figures) {
    auto& area = members.area;
    AreaRate rate;
    rate.wards = members.wards.size();
    rate.is_whole = reference.rate || reference.denominator;
    area.area_denominator = reference.denominator.value_or(members.denominators);
    if (reference.rate) {
        area.rate = reference.rate;
        rate.rate = {*area.rate, *area.rate};
        return rate;
    }
    Interval sum = members.sum;
    if (reference.total && reference.denominator) {
        const double total = *reference.total;
        const double elsewhere = all_have_figures ? 0 : std::max(0.0, total - sum.low);
        if (total < sum.low || total > sum.high + elsewhere) {
            if (total > 0) area.rate = total / area.area_denominator;
        } else {
            area.total = statistics::CountRange{total, total};
            area.elsewhere = elsewhere;
        }
        sum = {total, total};
    }
    rate.rate = {sum.low / area.area_denominator, sum.high / area.area_denominator};
    return rate;
}

/// The possible rates of the area if one ward's count is `own`.
Interval rate_with(const Members& members, const AreaRate& area, std::size_t k, double own) {
    if (members.area.rate || members.area.total) return area.rate;
    const auto& count = members.area.counts[k];
    return {(members.sum.low - count.low + own) / members.area.area_denominator,
            (members.sum.high - count.high + own) / members.area.area_denominator};
}

statistics::Limits limits_of(const statistics::CountRange& count, double denominator,
                             Distribution kind) {
    const auto of = [&](double x) {
        return kind == Distribution::poisson ? statistics::limits_of_rate(x, denominator, 1)
                                             : statistics::limits_of_share(x, denominator);
    };
    const auto low = of(count.low);
    const auto high = of(count.high);
    return {{low.at_95.low, high.at_95.high}, {low.at_998.low, high.at_998.high}};
}

double middle(const Interval& interval) {
    return (interval.low + interval.high) / 2;
}

OwnLevel first_question(const Members& members, const AreaRate& area, std::size_t k,
                        Distribution kind, const statistics::ComparisonRange& compared) {
    const auto& count = members.area.counts[k];
    const double people = members.area.denominators[k];
    OwnLevel own;
    own.expected = {area.rate.low * people, area.rate.high * people};
    own.limits = limits_of(count, people, kind);
    own.lowest = compared.lowest;
    own.highest = compared.highest;
    const double most = rate_with(members, area, k, count.low).high * people;
    const double least = rate_with(members, area, k, count.high).low * people;
    if (most > 0 && least > 0) own.ratio = Interval{count.low / most, count.high / least};
    return own;
}

void second_question(OwnLevels& levels, const Members& members, std::size_t k,
                     const Interval& score) {
    auto& own = *levels.wards[members.wards[k]];
    own.score = score;
    own.p = statistics::possible_p(score);
    own.has_few_expected = own.expected.low < levels.dispersion.high;
    const double rate = middle(levels.area.rate);
    const bool possible = rate > 0 && (levels.kind == Distribution::poisson || rate < 1);
    if (!possible) return;
    const double people = members.area.denominators[k];
    const auto ratios = [&](double z) {
        const auto counts =
            statistics::funnel_limits(people, rate, middle(levels.dispersion), z, levels.kind);
        return Interval{counts.low / (rate * people), counts.high / (rate * people)};
    };
    own.funnel_95 = ratios(statistics::z_95);
    own.funnel_998 = ratios(statistics::z_998);
}

} // namespace

OwnLevels own_levels(const std::vector<Cell>& figures, const std::vector<Cell>& denominators,
                     Distribution kind, const Reference& reference) {
    OwnLevels levels;
    levels.wards.resize(figures.size());
    auto members = members_of(figures, denominators);
    if (members.wards.empty() || (members.wards.size() < 2 && !reference.rate)) return levels;
    levels.kind = kind == Distribution::binomial && is_binomial(members, reference)
                      ? Distribution::binomial
                      : Distribution::poisson;
    members.area.kind = levels.kind;
    levels.area = set_reference(members, reference, members.wards.size() == figures.size());
    const auto compared = statistics::possible_comparisons(members.area);
    for (std::size_t k = 0; k < members.wards.size(); ++k) {
        levels.wards[members.wards[k]] =
            first_question(members, levels.area, k, levels.kind, compared[k]);
    }
    levels.has_funnel = members.wards.size() >= least_for_funnel;
    if (!levels.has_funnel) return levels;
    levels.dispersion = statistics::possible_dispersion(members.area);
    const auto scores = statistics::possible_scores(members.area);
    for (std::size_t k = 0; k < members.wards.size(); ++k) {
        second_question(levels, members, k, scores[k]);
    }
    return levels;
}

} // namespace wardmap::hotspots
