// SPDX-License-Identifier: MIT
#include "measures/change.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "statistics/change.h"
#include "statistics/dispersion.h"
#include "statistics/withheld.h"

namespace wardmap::measures {
namespace {

using statistics::Interval;
using statistics::TwoPeriods;

/// A ward's counts as intervals.
struct Pair {
    Interval earlier;
    Interval later;
    double earlier_exposure = 1;
    double later_exposure = 1;

    [[nodiscard]] TwoPeriods fell() const {
        return {earlier.high, later.low, earlier_exposure, later_exposure};
    }
    [[nodiscard]] TwoPeriods rose() const {
        return {earlier.low, later.high, earlier_exposure, later_exposure};
    }
};

bool has_figure(const Cell& cell) {
    return cell.is_known() || cell.is_suppressed();
}

std::optional<Pair> pair_of(const Cell& earlier, const Cell& before, const Cell& later,
                            const Cell& after) {
    const bool exposed =
        before.is_known() && after.is_known() && before.value() > 0 && after.value() > 0;
    if (!exposed || !has_figure(earlier) || !has_figure(later)) return std::nullopt;
    return Pair{{earlier.low(), earlier.high()},
                {later.low(), later.high()},
                before.value(),
                after.value()};
}

double ratio_of(const TwoPeriods& periods) {
    return periods.earlier > 0 ? statistics::rate_ratio(periods)
                               : std::numeric_limits<double>::infinity();
}

/// The score rises with the later count, and falls with the earlier one and with the ratio.
Interval scores(const Pair& pair, const Interval& ratio) {
    return {statistics::change_score(pair.fell(), ratio.high),
            statistics::change_score(pair.rose(), ratio.low)};
}

Interval divided(const Interval& score, const Interval& phi) {
    const double least = std::sqrt(phi.low);
    const double most = std::sqrt(phi.high);
    return {score.low / (score.low < 0 ? least : most),
            score.high / (score.high > 0 ? least : most)};
}

Interval ratio_of_sums(const std::vector<std::optional<Pair>>& pairs) {
    TwoPeriods fell{0, 0, 0, 0};
    TwoPeriods rose{0, 0, 0, 0};
    const auto add = [](TwoPeriods& sum, const TwoPeriods& one) {
        sum.earlier += one.earlier;
        sum.later += one.later;
        sum.earlier_exposure += one.earlier_exposure;
        sum.later_exposure += one.later_exposure;
    };
    for (const auto& pair : pairs) {
        if (!pair) continue;
        add(fell, pair->fell());
        add(rose, pair->rose());
    }
    if (rose.earlier <= 0) return {0, std::numeric_limits<double>::infinity()};
    return {statistics::rate_ratio(fell), statistics::rate_ratio(rose)};
}

/// phi rises with every |score|: it is between that of the least and that of the greatest.
AreaChange area_of(const std::vector<std::optional<Pair>>& pairs) {
    AreaChange area;
    area.ratio = ratio_of_sums(pairs);
    area.is_tested = area.ratio.low > 0 && std::isfinite(area.ratio.high);
    if (!area.is_tested) return area;
    std::vector<double> near;
    std::vector<double> far;
    for (const auto& pair : pairs) {
        // A ward without events carries no information on dispersion.
        if (!pair || pair->earlier.high + pair->later.high <= 0) continue;
        const auto score = scores(*pair, area.ratio);
        const bool spans = score.low <= 0 && score.high >= 0;
        near.push_back(spans ? 0 : std::min(std::abs(score.low), std::abs(score.high)));
        far.push_back(std::max(std::abs(score.low), std::abs(score.high)));
    }
    // Dispersion is not estimated from fewer wards.
    constexpr std::size_t least = 5;
    if (near.size() < least) return area;
    area.dispersion = {statistics::dispersion(near), statistics::dispersion(far)};
    return area;
}

std::optional<Change> change_of(const std::optional<Pair>& pair, const AreaChange& area) {
    if (!pair || pair->earlier.high + pair->later.high <= 0) return std::nullopt;
    const auto fell = pair->fell();
    const auto rose = pair->rose();
    Change change;
    change.earlier = pair->earlier;
    change.later = pair->later;
    change.ratio_low = ratio_of(fell);
    change.ratio_high = ratio_of(rose);
    change.ratio_95 = {statistics::rate_ratio_limits(fell, statistics::z_95).low,
                       statistics::rate_ratio_limits(rose, statistics::z_95).high};
    change.score = divided(scores(*pair, {1, 1}), area.dispersion);
    change.p = statistics::possible_p(change.score);
    if (!area.is_tested) return change;
    change.area_score = divided(scores(*pair, area.ratio), area.dispersion);
    change.area_p = statistics::possible_p(change.area_score);
    return change;
}

} // namespace

Changes changes(const std::vector<Cell>& earlier, const std::vector<Cell>& earlier_exposure,
                const std::vector<Cell>& later, const std::vector<Cell>& later_exposure) {
    std::vector<std::optional<Pair>> pairs;
    for (std::size_t i = 0; i < earlier.size(); ++i) {
        pairs.push_back(pair_of(earlier[i], earlier_exposure[i], later[i], later_exposure[i]));
    }
    Changes result;
    result.area = area_of(pairs);
    for (const auto& pair : pairs) {
        result.wards.push_back(change_of(pair, result.area));
    }
    return result;
}

} // namespace wardmap::measures
