// SPDX-License-Identifier: MIT
#include "hotspots/surroundings.h"

#include <algorithm>
#include <cmath>

#include "hotspots/field.h"
#include "statistics/local_g.h"
#include "statistics/mid_p.h"
#include "statistics/permutation.h"

namespace wardmap::hotspots {
namespace {

using statistics::Interval;

/// Normal approximation: the two-sided p of a z on its own side, 1 on the other.
double upper_p(double z) {
    return z > 0 ? statistics::two_sided_p_of_score(z) : 1;
}

} // namespace

Interval Surroundings::p() const {
    return {std::min(upper.low, lower.low), std::min(upper.high, lower.high)};
}

std::vector<std::optional<Surroundings>> test_surroundings(const Field& field,
                                                           const SurroundingsPlan& plan) {
    const auto z = statistics::local_g(middle_of(field), field.neighbours);
    std::vector<std::optional<Surroundings>> result(field.size());
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (z[i]) result[i] = Surroundings{*z[i], {}, {}};
    }
    if (plan.method == project::HotspotSpec::Method::permutation) {
        const auto tails = statistics::permutation_tails(
            field.low, field.high, field.neighbours, {plan.permutations, plan.seed, plan.threads});
        for (std::size_t i = 0; i < field.size(); ++i) {
            if (!result[i]) continue;
            result[i]->upper = tails[i].upper;
            result[i]->lower = tails[i].lower;
        }
        return result;
    }
    const auto range = statistics::possible_local_g(field.low, field.high, field.neighbours);
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (!result[i]) continue;
        result[i]->upper = {upper_p(range[i]->high), upper_p(range[i]->low)};
        result[i]->lower = {upper_p(-range[i]->low), upper_p(-range[i]->high)};
    }
    return result;
}

} // namespace wardmap::hotspots
