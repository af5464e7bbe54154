// SPDX-License-Identifier: MIT
#include "statistics/permutation.h"

#include <algorithm>
#include <cmath>

#include "base/interrupt.h"
#include "base/parallel.h"
#include "base/philox.h"

namespace wardmap::statistics {
namespace {

/// `count` different members other than `self`, by Floyd's method (Bentley & Floyd 1987): one
/// random number for each member drawn, despite repeats.
class Draw {
public:
    Draw(std::size_t members, std::size_t self, std::size_t count)
        : m_others(members - 1), m_self(self), m_chosen(count) {}

    /// Calls `visit` with each member drawn.
    template <typename Visit>
    void next(RandomStream& random, const Visit& visit) {
        for (std::size_t k = 0; k < m_chosen.size(); ++k) {
            const auto last = static_cast<std::uint32_t>(m_others - m_chosen.size() + k);
            auto pick = random.below(last + 1);
            const auto end = m_chosen.begin() + static_cast<std::ptrdiff_t>(k);
            if (std::find(m_chosen.begin(), end, pick) != end) pick = last;
            m_chosen[k] = pick;
            visit(pick + (pick >= m_self ? 1 : 0));
        }
    }

private:
    std::size_t m_others;
    std::size_t m_self;
    std::vector<std::uint32_t> m_chosen;
};

/// Number of draws with a sum at least (at most) that of the neighbours: for all values, for some.
struct Tails {
    std::size_t least_above = 0;
    std::size_t most_above = 0;
    std::size_t least_below = 0;
    std::size_t most_below = 0;

    void add(double least, double most, double tolerance) {
        if (least >= -tolerance) ++least_above;
        if (most >= -tolerance) ++most_above;
        if (most <= tolerance) ++least_below;
        if (least <= tolerance) ++most_below;
    }
};

struct Values {
    const std::vector<double>& low;
    const std::vector<double>& high;
    bool is_exact = true;
};

Tails tails_of(const Values& values, const std::vector<std::size_t>& neighbours, std::size_t self,
               const PermutationPlan& plan) {
    double own_low = 0;
    double own_high = 0;
    double scale = 0;
    for (const auto j : neighbours) {
        own_low += values.low[j];
        own_high += values.high[j];
        scale += std::max(std::abs(values.low[j]), std::abs(values.high[j]));
    }
    // Sums of the same values in another order differ by rounding; they count as equal.
    const double tolerance = 1e-12 * std::max(1.0, scale);
    RandomStream random(plan.seed, self);
    Draw draw(values.low.size(), self, neighbours.size());
    Tails tails;
    constexpr std::size_t between_looks = 4096;
    for (std::size_t r = 0; r < plan.permutations; ++r) {
        if (r % between_looks == 0) stop_if_interrupted();
        double least = -own_high;
        double most = -own_low;
        if (values.is_exact) {
            draw.next(random, [&](std::size_t j) { least += values.low[j]; });
            most = least;
        } else {
            draw.next(random, [&](std::size_t j) {
                const bool both = std::binary_search(neighbours.begin(), neighbours.end(), j);
                least += both ? values.high[j] : values.low[j];
                most += both ? values.low[j] : values.high[j];
            });
        }
        tails.add(least, most, tolerance);
    }
    return tails;
}

} // namespace

std::size_t permutations_needed(std::size_t tests, double level) {
    // Two-sided p doubles the smaller tail.
    return static_cast<std::size_t>(
        std::max(0.0, std::ceil(2 * static_cast<double>(tests) / level - 1)));
}

std::vector<TailRange> permutation_tails(const std::vector<double>& low,
                                         const std::vector<double>& high,
                                         const Neighbours& neighbours,
                                         const PermutationPlan& plan) {
    std::vector<TailRange> all(low.size(), TailRange{{1, 1}, {1, 1}});
    const Values values{low, high, low == high};
    const auto p = [&](std::size_t count) {
        return std::min(1.0, 2 * (static_cast<double>(count) + 1) /
                                 (static_cast<double>(plan.permutations) + 1));
    };
    constexpr std::size_t chunk = 64;
    parallel_for((low.size() + chunk - 1) / chunk, plan.threads, [&](std::size_t c) {
        const std::size_t end = std::min(low.size(), (c + 1) * chunk);
        for (std::size_t i = c * chunk; i < end; ++i) {
            if (neighbours[i].empty()) continue;
            const auto tails = tails_of(values, neighbours[i], i, plan);
            all[i] = {{p(tails.least_above), p(tails.most_above)},
                      {p(tails.least_below), p(tails.most_below)}};
        }
    });
    return all;
}

std::vector<double> permutation_p(const std::vector<double>& values, const Neighbours& neighbours,
                                  const PermutationPlan& plan) {
    std::vector<double> p;
    for (const auto& tails : permutation_tails(values, values, neighbours, plan)) {
        p.push_back(std::min(tails.upper.low, tails.lower.low));
    }
    return p;
}

} // namespace wardmap::statistics
