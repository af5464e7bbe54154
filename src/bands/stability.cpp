// SPDX-License-Identifier: MIT
#include "bands/stability.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bands/banding.h"
#include "base/interrupt.h"
#include "base/philox.h"
#include "statistics/intervals.h"

namespace wardmap::bands {
namespace {

double normal_draw(RandomStream& random) {
    constexpr double two_pi = 6.283185307179586;
    const double radius = std::sqrt(-2 * std::log(random.uniform()));
    return radius * std::cos(two_pi * random.uniform());
}

/// Marsaglia & Tsang 2000, "A simple method for generating gamma variables".
double gamma_draw(RandomStream& random, double shape) {
    if (shape < 1) {
        const double boost = std::pow(random.uniform(), 1 / shape);
        return boost * gamma_draw(random, shape + 1);
    }
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    while (true) {
        const double x = normal_draw(random);
        const double v = std::pow(1 + c * x, 3);
        if (v <= 0) continue;
        const double u = random.uniform();
        if (std::log(u) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
    }
}

double probability_of(const Banding& banding, std::size_t band, const GammaRate& posterior,
                      double per) {
    const auto below = [&](double value) {
        return statistics::gamma_below(value / per, posterior.shape, posterior.rate);
    };
    const double from = band == 0 ? 0 : below(banding.bands[band].low);
    const double to = band + 1 == banding.bands.size() ? 1 : below(banding.bands[band + 1].low);
    return std::max(0.0, to - from);
}

/// For each member, its sorted ranks over the draws.
std::vector<std::vector<std::size_t>> drawn_ranks(const std::vector<GammaRate>& members,
                                                  std::size_t draws, std::uint64_t seed) {
    std::vector<RandomStream> streams;
    for (std::size_t i = 0; i < members.size(); ++i) {
        streams.emplace_back(seed, i);
    }
    std::vector<std::vector<std::size_t>> ranks(members.size());
    std::vector<double> rates(members.size());
    std::vector<std::size_t> order(members.size());
    for (std::size_t d = 0; d < draws; ++d) {
        stop_if_interrupted();
        for (std::size_t i = 0; i < members.size(); ++i) {
            rates[i] = gamma_draw(streams[i], members[i].shape) / members[i].rate;
        }
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return rates[a] != rates[b] ? rates[a] > rates[b] : a < b;
        });
        for (std::size_t place = 0; place < order.size(); ++place) {
            ranks[order[place]].push_back(place + 1);
        }
    }
    for (auto& list : ranks) {
        std::sort(list.begin(), list.end());
    }
    return ranks;
}

} // namespace

std::vector<std::optional<Stability>>
stability(const Banding& banding, const std::vector<std::optional<GammaRate>>& posteriors,
          double per, std::size_t draws, std::uint64_t seed) {
    std::vector<std::size_t> wards;
    std::vector<GammaRate> members;
    for (std::size_t i = 0; i < posteriors.size(); ++i) {
        if (!posteriors[i] || !banding.band_of[i]) continue;
        wards.push_back(i);
        members.push_back(*posteriors[i]);
    }
    std::vector<std::optional<Stability>> result(posteriors.size());
    const bool few = members.size() <= most_ranked;
    const auto ranks =
        few ? drawn_ranks(members, draws, seed) : std::vector<std::vector<std::size_t>>();
    const auto tail = draws / 40; // 2.5%
    for (std::size_t k = 0; k < wards.size(); ++k) {
        auto& ward = result[wards[k]].emplace();
        ward.probability = probability_of(banding, *banding.band_of[wards[k]], members[k], per);
        if (!few) continue;
        ward.rank_low = ranks[k][tail];
        ward.rank_high = ranks[k][draws - 1 - tail];
    }
    return result;
}

} // namespace wardmap::bands
