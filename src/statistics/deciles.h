// SPDX-License-Identifier: MIT
// Deciles by rank, as in the English Indices of Deprivation.
#pragma once

namespace wardmap::statistics {

/// ceil(groups rank / n): 1 for the first tenth (the most deprived, which holds rank 1), 10 for the
/// last. Preconditions: 1 <= rank <= n, groups >= 1, whole numbers.
[[nodiscard]] constexpr int group_of_rank(long rank, long n, int groups = 10) {
    return static_cast<int>((rank * groups + n - 1) / n);
}

} // namespace wardmap::statistics
