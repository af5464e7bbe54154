// SPDX-License-Identifier: MIT
#include "hotspots/getis_ord.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wardmap::hotspots {
namespace {

/// Sums of values taken from a common centre, so that no digits are lost.
struct Sums {
    double sum = 0;
    double squares = 0;

    void add(double value, double sign = 1) {
        sum += sign * value;
        squares += sign * value * value;
    }
};

double centre_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) /
           static_cast<double>(std::max<std::size_t>(1, values.size()));
}

/// Gi* from the sum over a window of `window` members (itself included) and the sums over all n;
/// all values taken from one centre.
std::optional<double> z_of(double window_sum, std::size_t window, const Sums& all, std::size_t n) {
    const auto count = static_cast<double>(n);
    const auto w = static_cast<double>(window);
    const double mean = all.sum / count;
    const double variance = all.squares / count - mean * mean;
    const double spread = (count * w - w * w) / (count - 1);
    // Below this the values are equal but for the rounding of their sums.
    constexpr double nothing = 1e-14;
    if (n < 2 || spread <= 0 || variance <= nothing * (all.squares / count + mean * mean)) {
        return std::nullopt;
    }
    return (window_sum - w * mean) / std::sqrt(variance * spread);
}

std::vector<double> moved(const std::vector<double>& values, double centre) {
    std::vector<double> result;
    result.reserve(values.size());
    for (const double value : values) {
        result.push_back(value - centre);
    }
    return result;
}

/// One end of the figures within the window, one of those outside it.
std::optional<double> corner(const Field& field, std::size_t i, const std::vector<double>& inside,
                             const std::vector<double>& outside, Sums all) {
    double window_sum = inside[i];
    all.add(outside[i], -1);
    all.add(inside[i]);
    for (const auto j : field.neighbours[i]) {
        window_sum += inside[j];
        all.add(outside[j], -1);
        all.add(inside[j]);
    }
    return z_of(window_sum, field.neighbours[i].size() + 1, all, field.size());
}

Sums sums_of(const std::vector<double>& values) {
    Sums sums;
    for (const double value : values) {
        sums.add(value);
    }
    return sums;
}

} // namespace

std::vector<std::optional<double>> gi_star(const std::vector<double>& values,
                                           const Neighbours& neighbours) {
    const auto centred = moved(values, centre_of(values));
    const auto all = sums_of(centred);
    std::vector<std::optional<double>> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (neighbours[i].empty()) continue;
        double window_sum = centred[i];
        for (const auto j : neighbours[i]) {
            window_sum += centred[j];
        }
        result[i] = z_of(window_sum, neighbours[i].size() + 1, all, values.size());
    }
    return result;
}

std::vector<std::optional<GiStar>> gi_star(const Field& field) {
    std::vector<double> middle;
    for (std::size_t i = 0; i < field.size(); ++i) {
        middle.push_back((field.low[i] + field.high[i]) / 2);
    }
    const auto best = gi_star(middle, field.neighbours);
    const double centre = centre_of(middle);
    const auto low = moved(field.low, centre);
    const auto high = moved(field.high, centre);
    const auto all_low = sums_of(low);
    const auto all_high = sums_of(high);
    std::vector<std::optional<GiStar>> result(field.size());
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (!best[i]) continue;
        GiStar g{*best[i], *best[i], *best[i]};
        if (field.suppressed > 0) {
            for (const auto z :
                 {corner(field, i, low, low, all_low), corner(field, i, low, high, all_high),
                  corner(field, i, high, low, all_low), corner(field, i, high, high, all_high)}) {
                g.low = std::min(g.low, z.value_or(0));
                g.high = std::max(g.high, z.value_or(0));
            }
        }
        result[i] = g;
    }
    return result;
}

double two_sided_p(double z) {
    return std::erfc(std::abs(z) / std::sqrt(2.0));
}

} // namespace wardmap::hotspots
