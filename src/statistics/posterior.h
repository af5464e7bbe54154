// SPDX-License-Identifier: MIT
// Probability that a ward's true rate is above the area's.
#pragma once

#include <optional>

namespace wardmap::statistics {

/// P(true rate > `rate`) under the gamma-Poisson model (Clayton & Kaldor 1987, Biometrics 43):
/// wards' true rates are gamma with `prior_mean` and `prior_variance` (Marshall's b and a, by
/// moments), the count is Poisson; the posterior is gamma with shape b² / a + count and rate b / a
/// + denominator. Without a value if the prior variance is 0: the wards do not differ beyond
/// chance, so no ward is above or below. Preconditions: count >= 0, denominator > 0, prior_mean >
/// 0, prior_variance >= 0, rate >= 0.
[[nodiscard]] std::optional<double> probability_above(double count, double denominator,
                                                      double prior_mean, double prior_variance,
                                                      double rate);

} // namespace wardmap::statistics
