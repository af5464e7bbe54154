// SPDX-License-Identifier: MIT
#include "hotspots/local_moran.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/interrupt.h"

namespace wardmap::hotspots {

using statistics::Neighbours;

namespace {

struct Centred {
    std::vector<double> z; // values minus their mean
    double m2 = 0;         // mean of the squares
    double m4 = 0;         // mean of the fourth powers
};

Centred centred(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    Centred result;
    for (const double value : values) {
        const double z = value - mean;
        result.z.push_back(z);
        result.m2 += z * z / n;
        result.m4 += z * z * z * z / n;
    }
    // Equal up to rounding of their mean.
    if (result.m2 <= 1e-28 * mean * mean) result.m2 = 0;
    return result;
}

double mean_of_neighbours(const std::vector<double>& z, const std::vector<std::size_t>& list) {
    double sum = 0;
    for (const auto j : list) {
        sum += z[j];
    }
    return sum / static_cast<double>(list.size());
}

Quadrant quadrant_of(double own, double around) {
    if (own >= 0) return around >= 0 ? Quadrant::high_high : Quadrant::high_low;
    return around >= 0 ? Quadrant::low_high : Quadrant::low_low;
}

/// Only the members with neighbours, renumbered.
std::pair<std::vector<double>, Neighbours> connected(const std::vector<double>& values,
                                                     const Neighbours& neighbours) {
    std::vector<std::size_t> member(values.size(), 0);
    std::vector<double> kept;
    for (std::size_t i = 0; i < values.size(); ++i) {
        stop_if_interrupted();
        member[i] = kept.size();
        if (!neighbours[i].empty()) kept.push_back(values[i]);
    }
    Neighbours links;
    for (const auto& list : neighbours) {
        if (list.empty()) continue;
        auto& renumbered = links.emplace_back();
        for (const auto j : list) {
            renumbered.push_back(member[j]);
        }
    }
    return {std::move(kept), std::move(links)};
}

/// S0, S1 and S2 of row-standardised weights (Cliff & Ord 1981, p. 19).
struct WeightSums {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
};

WeightSums weight_sums(const Neighbours& links) {
    const std::size_t n = links.size();
    std::vector<double> into(n, 0.0);
    WeightSums sums;
    for (const auto& list : links) {
        for (const auto j : list) {
            into[j] += 1.0 / static_cast<double>(list.size());
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        const double w = 1.0 / static_cast<double>(links[i].size());
        sums.s0 += 1;
        sums.s2 += (1 + into[i]) * (1 + into[i]);
        for (const auto j : links[i]) {
            const auto& back = links[j];
            const bool mutual = std::find(back.begin(), back.end(), i) != back.end();
            const double other = mutual ? 1.0 / static_cast<double>(back.size()) : 0.0;
            // A mutual pair enters the sum twice, any other once.
            sums.s1 += (w + other) * (w + other) * (mutual ? 0.5 : 1.0);
        }
    }
    return sums;
}

} // namespace

std::vector<std::optional<LocalMoran>> local_moran(const std::vector<double>& values,
                                                   const Neighbours& neighbours) {
    std::vector<std::optional<LocalMoran>> result(values.size());
    if (values.size() < 3) return result;
    const auto c = centred(values);
    if (c.m2 == 0) return result;
    const auto n = static_cast<double>(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (neighbours[i].empty()) continue;
        const double z = c.z[i];
        const double lag = mean_of_neighbours(c.z, neighbours[i]);
        const double squares =
            1 / static_cast<double>(neighbours[i].size()); // sum of w²; sum w = 1
        LocalMoran m;
        m.i = z / c.m2 * lag;
        m.expected = -z * z / ((n - 1) * c.m2);
        m.variance = (z / c.m2) * (z / c.m2) * (n / (n - 2)) * (squares - 1 / (n - 1)) *
                     (c.m2 - z * z / (n - 1));
        m.z = m.variance > 0 ? (m.i - m.expected) / std::sqrt(m.variance) : 0;
        m.quadrant = quadrant_of(z, lag);
        result[i] = m;
    }
    return result;
}

std::optional<GlobalMoran> global_moran(const std::vector<double>& all,
                                        const Neighbours& neighbours) {
    const auto [values, links] = connected(all, neighbours);
    if (values.size() < 4) return std::nullopt;
    const auto c = centred(values);
    if (c.m2 == 0) return std::nullopt;
    const auto n = static_cast<double>(values.size());
    double products = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        products += c.z[i] * mean_of_neighbours(c.z, links[i]);
    }
    const auto w = weight_sums(links);
    GlobalMoran m;
    m.wards = values.size();
    m.i = products / (w.s0 * c.m2);
    m.expected = -1 / (n - 1);
    const double kurtosis = c.m4 / (c.m2 * c.m2);
    const double s0 = w.s0 * w.s0;
    const double first = n * ((n * n - 3 * n + 3) * w.s1 - n * w.s2 + 3 * s0);
    const double second = kurtosis * ((n * n - n) * w.s1 - 2 * n * w.s2 + 6 * s0);
    m.variance = (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0) - m.expected * m.expected;
    m.z = m.variance > 0 ? (m.i - m.expected) / std::sqrt(m.variance) : 0;
    return m;
}

} // namespace wardmap::hotspots
