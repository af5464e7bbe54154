// SPDX-License-Identifier: MIT
// Permutation test of Gi and Gi*: a ward keeps its own value and its neighbours are redrawn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "statistics/intervals.h"
#include "statistics/neighbours.h"

namespace wardmap::statistics {

struct PermutationPlan {
    std::size_t permutations = 9999;
    std::uint64_t seed = 1;
    int threads = 0;
};

/// Permutations needed for a single ward to pass Benjamini-Hochberg at `level` among `tests`: 2 /
/// (R + 1) <= level / tests (the two-sided p is never less than 2 / (R + 1)).
[[nodiscard]] std::size_t permutations_needed(std::size_t tests, double level);

/// Two-sided pseudo p of Gi under conditional permutation for each member (that of Gi* is the same,
/// because the own value stays): its neighbours' values are drawn without replacement from all
/// others; p = min(1, 2 (min(M>=, M<=) + 1) / (R + 1)), never 0 (Phipson & Smyth 2010). 1 for
/// members without neighbours. Each member has its own random stream, so that the result does not
/// depend on the number of threads. Cost: O(R links).
[[nodiscard]] std::vector<double> permutation_p(const std::vector<double>& values,
                                                const Neighbours& neighbours,
                                                const PermutationPlan& plan);

/// The same for interval values: the ends of 2 (M>= + 1) / (R + 1) and of 2 (M<= + 1) / (R + 1), at
/// most 1, over every combination of values. A draw's sum is at least the neighbours' for some
/// (all) values if it is with the draw's non-neighbours high (low) and the neighbours not drawn low
/// (high); members of both cancel.
struct TailRange {
    Interval upper; // small: the neighbours are high
    Interval lower; // small: the neighbours are low
};
[[nodiscard]] std::vector<TailRange> permutation_tails(const std::vector<double>& low,
                                                       const std::vector<double>& high,
                                                       const Neighbours& neighbours,
                                                       const PermutationPlan& plan);

} // namespace wardmap::statistics
