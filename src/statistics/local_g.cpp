// SPDX-License-Identifier: MIT
#include "statistics/local_g.h"

#include <cmath>
#include <numeric>

namespace wardmap::statistics {

std::vector<std::optional<double>> local_g(std::span<const double> values,
                                           const Neighbours& neighbours) {
    std::vector<std::optional<double>> result(values.size());
    const auto n = static_cast<double>(values.size());
    if (values.size() < 3) return result;
    // Taken from a common centre, so that no digits are lost.
    const double centre = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double sum = 0;
    double squares = 0;
    for (const double value : values) {
        sum += value - centre;
        squares += (value - centre) * (value - centre);
    }
    // Below this the others are equal but for the rounding of their sums.
    const double nothing = 1e-14 * (squares / n + centre * centre);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double own = values[i] - centre;
        const double mean = (sum - own) / (n - 1);
        const double variance = (squares - own * own) / (n - 1) - mean * mean;
        const auto c = static_cast<double>(neighbours[i].size());
        const double spread = ((n - 1) * c - c * c) / (n - 2);
        if (spread <= 0 || variance <= nothing) continue;
        double around = 0;
        for (const auto j : neighbours[i]) {
            around += values[j] - centre;
        }
        result[i] = (around - c * mean) / std::sqrt(variance * spread);
    }
    return result;
}

} // namespace wardmap::statistics
