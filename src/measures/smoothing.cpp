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
