// SPDX-License-Identifier: MIT
#include "statistics/dispersion.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace wardmap::statistics {
namespace {

constexpr double k = 1.5;

/// The mean of min(z², k²) over the standard normal distribution.
double normal_mean() {
    constexpr double root_two = 1.4142135623730951;
    constexpr double root_two_pi = 2.5066282746310002;
    const double within = std::erf(k / root_two);
    return within - 2 * k * std::exp(-k * k / 2) / root_two_pi + k * k * (1 - within);
}

} // namespace

double dispersion(std::span<const double> scores) {
    std::vector<double> squares;
    squares.reserve(scores.size());
    for (const double z : scores) {
        squares.push_back(z * z);
    }
    std::sort(squares.begin(), squares.end());
    // With the `cut` greatest values at k² phi, the equation is linear: sum of the others / phi +
    // cut k².
    const double wanted = static_cast<double>(squares.size()) * normal_mean();
    double sum = std::accumulate(squares.begin(), squares.end(), 0.0);
    for (std::size_t cut = 0; cut < squares.size(); ++cut) {
        const double left = wanted - static_cast<double>(cut) * k * k;
        if (left <= 0) break;
        const double phi = std::max(0.0, sum) / left;
        const double greatest = squares[squares.size() - 1 - cut];
        if (greatest <= k * k * phi) return std::max(1.0, phi);
        sum -= greatest;
    }
    return 1;
}

} // namespace wardmap::statistics
