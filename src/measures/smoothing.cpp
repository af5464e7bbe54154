// SPDX-License-Identifier: MIT
#include "measures/smoothing.h"

#include <algorithm>
#include <numeric>

namespace wardmap::measures {
namespace {

Prior prior_over(const std::vector<std::size_t>& members, const std::vector<double>& counts,
                 const std::vector<double>& populations) {
    double cases = 0;
    double people = 0;
    for (const auto i : members) {
        cases += counts[i];
        people += populations[i];
    }
    Prior prior;
    prior.mean = cases / people;
    double spread = 0;
    for (const auto i : members) {
        const double off = counts[i] / populations[i] - prior.mean;
        spread += populations[i] * off * off;
    }
    const double mean_population = people / static_cast<double>(members.size());
    prior.variance = std::max(0.0, spread / people - prior.mean / mean_population);
    return prior;
}

double shrunk(double count, double population, const Prior& prior) {
    const double chance = prior.mean / population;
    const double share = prior.variance > 0 ? prior.variance / (prior.variance + chance) : 0;
    return prior.mean + (count / population - prior.mean) * share;
}

} // namespace

Prior marshall_prior(const std::vector<double>& counts, const std::vector<double>& populations) {
    std::vector<std::size_t> all(counts.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return prior_over(all, counts, populations);
}

std::vector<double> eb_rates(const std::vector<double>& counts,
                             const std::vector<double>& populations) {
    const auto prior = marshall_prior(counts, populations);
    std::vector<double> rates;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        rates.push_back(shrunk(counts[i], populations[i], prior));
    }
    return rates;
}

std::vector<RateRange> eb_rate_ranges(const std::vector<double>& low,
                                      const std::vector<double>& high,
                                      const std::vector<double>& populations) {
    std::vector<RateRange> ranges;
    if (low == high) {
        for (const double rate : eb_rates(low, populations)) {
            ranges.push_back({rate, rate});
        }
        return ranges;
    }
    const auto sum_of = [](const std::vector<double>& all) {
        return std::accumulate(all.begin(), all.end(), 0.0);
    };
    const auto squares_of = [&](const std::vector<double>& counts) {
        double sum = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            sum += counts[i] * counts[i] / populations[i];
        }
        return sum;
    };
    const double people = sum_of(populations);
    const double mean_population = people / static_cast<double>(low.size());
    const RateRange mean{sum_of(low) / people, sum_of(high) / people};
    const RateRange spread{squares_of(low) / people - mean.high * mean.high,
                           squares_of(high) / people - mean.low * mean.low};
    const RateRange variance{std::max(0.0, spread.low - mean.high / mean_population),
                             std::max(0.0, spread.high - mean.low / mean_population)};
    const auto weight = [&](double a, double b, double population) {
        return a > 0 ? a / (a + b / population) : 0;
    };
    for (std::size_t i = 0; i < low.size(); ++i) {
        const RateRange own{low[i] / populations[i], high[i] / populations[i]};
        const RateRange share{weight(variance.low, mean.high, populations[i]),
                              weight(variance.high, mean.low, populations[i])};
        // Linear in the weight, increasing in both rates: the extremes are at the corners.
        const auto at = [](double rate, double centre, double w) {
            return centre + w * (rate - centre);
        };
        ranges.push_back(
            {std::min(at(own.low, mean.low, share.low), at(own.low, mean.low, share.high)),
             std::max(at(own.high, mean.high, share.low), at(own.high, mean.high, share.high))});
    }
    return ranges;
}

std::vector<double> spatial_eb_rates(const std::vector<double>& counts,
                                     const std::vector<double>& populations,
                                     const std::vector<std::vector<std::size_t>>& neighbours) {
    std::vector<double> rates;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        auto members = neighbours[i];
        members.push_back(i);
        rates.push_back(neighbours[i].empty() ? counts[i] / populations[i]
                                              : shrunk(counts[i], populations[i],
                                                       prior_over(members, counts, populations)));
    }
    return rates;
}

} // namespace wardmap::measures
