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
/// number for each draw, whatever repeats. Returns the sum of their values.
class Draw {
public:
    Draw(const std::vector<double>& values, std::size_t self, std::size_t count)
        : m_values(values), m_self(self), m_chosen(count) {}

    double sum(RandomStream& random) {
        const std::size_t others = m_values.size() - 1;
        double total = 0;
        for (std::size_t k = 0; k < m_chosen.size(); ++k) {
            const auto last = static_cast<std::uint32_t>(others - m_chosen.size() + k);
            auto pick = random.below(last + 1);
            const auto end = m_chosen.begin() + static_cast<std::ptrdiff_t>(k);
            if (std::find(m_chosen.begin(), end, pick) != end) pick = last;
            m_chosen[k] = pick;
            total += m_values[pick + (pick >= m_self ? 1 : 0)];
        }
        return total;
    }

private:
    const std::vector<double>& m_values;
    std::size_t m_self;
    std::vector<std::uint32_t> m_chosen;
};

double p_of(const std::vector<double>& values, const std::vector<std::size_t>& neighbours,
            std::size_t self, const PermutationPlan& plan) {
    double observed = 0;
    double scale = 0;
    for (const auto j : neighbours) {
        observed += values[j];
        scale += std::abs(values[j]);
    }
    // Sums of the same values in another order differ by rounding; they count as equal.
    const double tolerance = 1e-12 * std::max(1.0, scale);
    RandomStream random(plan.seed, self);
    Draw draw(values, self, neighbours.size());
    std::size_t at_least = 0;
    std::size_t at_most = 0;
    constexpr std::size_t between_looks = 4096;
    for (std::size_t r = 0; r < plan.permutations; ++r) {
        if (r % between_looks == 0) stop_if_interrupted();
        const double sum = draw.sum(random);
        if (sum >= observed - tolerance) ++at_least;
        if (sum <= observed + tolerance) ++at_most;
    }
    const auto extreme = static_cast<double>(std::min(at_least, at_most)) + 1;
    return std::min(1.0, 2 * extreme / (static_cast<double>(plan.permutations) + 1));
}

} // namespace

std::size_t permutations_needed(std::size_t tests, double level) {
    // Two-sided p doubles the rarer tail.
    return static_cast<std::size_t>(
        std::max(0.0, std::ceil(2 * static_cast<double>(tests) / level - 1)));
}

std::vector<double> permutation_p(const std::vector<double>& values, const Neighbours& neighbours,
                                  const PermutationPlan& plan) {
    std::vector<double> p(values.size(), 1.0);
    constexpr std::size_t chunk = 64;
    parallel_for((values.size() + chunk - 1) / chunk, plan.threads, [&](std::size_t c) {
        const std::size_t end = std::min(values.size(), (c + 1) * chunk);
        for (std::size_t i = c * chunk; i < end; ++i) {
            if (!neighbours[i].empty()) p[i] = p_of(values, neighbours[i], i, plan);
        }
    });
    return p;
}

} // namespace wardmap::statistics
