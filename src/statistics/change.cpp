// SPDX-License-Identifier: MIT
#include "statistics/change.h"

#include <cmath>
#include <limits>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>

#include "statistics/dispersion.h"
#include "statistics/mid_p.h"

namespace wardmap::statistics {
namespace {

namespace bm = boost::math;

constexpr double infinite = std::numeric_limits<double>::infinity();

double odds(const TwoPeriods& periods) {
    return periods.earlier_exposure / periods.later_exposure;
}

bool is_change(double ratio) {
    return ratio > 0 && std::isfinite(ratio);
}

} // namespace

double rate_ratio(const TwoPeriods& periods) {
    return periods.later / periods.earlier * odds(periods);
}

Interval rate_ratio_limits(const TwoPeriods& periods, double z) {
    const double tail = bm::cdf(bm::complement(bm::normal(), z));
    const auto& [earlier, later, before, after] = periods;
    // The odds of the later share; its complement is solved for, so that no digits are lost near 1.
    const auto odds_of = [&](double share, double rest) { return share / rest * odds(periods); };
    Interval limits{0, infinite};
    if (later > 0) {
        const double share = bm::ibeta_inv(later, earlier + 1, tail);
        limits.low = odds_of(share, bm::ibetac_inv(earlier + 1, later, tail));
    }
    if (earlier > 0) {
        const double rest = bm::ibeta_inv(earlier, later + 1, tail);
        limits.high = odds_of(bm::ibetac_inv(later + 1, earlier, tail), rest);
    }
    return limits;
}

double change_score(const TwoPeriods& periods, double ratio) {
    const double both = periods.earlier + periods.later;
    if (both <= 0) return 0;
    return binomial_score(periods.later, both, ratio / (ratio + odds(periods)));
}

Changes test_changes(std::span<const TwoPeriods> wards, double area_ratio) {
    Changes changes;
    changes.area_ratio = area_ratio;
    const bool has_area = is_change(area_ratio);
    std::vector<double> scores;
    for (const auto& ward : wards) {
        // A ward without events carries no information on dispersion.
        if (has_area && ward.earlier + ward.later > 0) {
            scores.push_back(change_score(ward, area_ratio));
        }
    }
    changes.dispersion = dispersion(scores);
    const double root = std::sqrt(changes.dispersion);
    for (const auto& ward : wards) {
        WardChange change;
        change.ratio = rate_ratio(ward);
        change.score = change_score(ward, 1) / root;
        change.p = two_sided_p_of_score(change.score);
        if (has_area) change.area_score = change_score(ward, area_ratio) / root;
        change.area_p = two_sided_p_of_score(change.area_score);
        changes.wards.push_back(change);
    }
    return changes;
}

double common_ratio(std::span<const TwoPeriods> wards) {
    TwoPeriods all{0, 0, 0, 0};
    for (const auto& ward : wards) {
        all.earlier += ward.earlier;
        all.later += ward.later;
        all.earlier_exposure += ward.earlier_exposure;
        all.later_exposure += ward.later_exposure;
    }
    return rate_ratio(all);
}

} // namespace wardmap::statistics
