// SPDX-License-Identifier: MIT
// A count's normal score: its position in the distribution implied by its expectation.
#pragma once

namespace wardmap::statistics {

/// The normal score z of the exact mid-p of a Poisson count (Lancaster 1961, JASA 56; Berry &
/// Armitage 1995, The Statistician 44): Phi(-z) = P(X > count) + P(X = count) / 2. Unlike twice the
/// difference of square roots it is centred and right in both tails at expectations of 1 or 2.
/// Rises with `count`, falls with `expected`. Far tails are computed from logarithms, so that z is
/// finite and exact to about 1e-9 relative even if p itself underflows. Preconditions: count >= 0
/// (whole in theory; the incomplete gamma function joins them smoothly), expected > 0.
[[nodiscard]] double poisson_score(double count, double expected);

/// The same of `count` in `n` trials with chance `share`. Preconditions: whole numbers,
/// 0 <= count <= n, n > 0, 0 < share < 1.
[[nodiscard]] double binomial_score(double count, double n, double share);

/// 2 Phi(-|z|), two-sided; 0 only if |z| is above 38.
[[nodiscard]] double two_sided_p_of_score(double z);

/// z > 0 such that ln Phi(-z) = `log_tail`. Precondition: log_tail < ln(1/2).
[[nodiscard]] double score_of_log_tail(double log_tail);

} // namespace wardmap::statistics
