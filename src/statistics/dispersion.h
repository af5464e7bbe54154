// SPDX-License-Identifier: MIT
// Over-dispersion: how far wards differ from the area's rate beyond chance.
#pragma once

#include <span>

namespace wardmap::statistics {

/// phi, the variance of the wards' normal scores around 0, never below 1: counts that vary phi
/// times as much as chance alone (Spiegelhalter 2005, Statistics in Medicine 24(8), multiplicative
/// over-dispersion). Huber's proposal 2 (Huber 1964, Annals of Mathematical Statistics 35; k = 1.5)
/// for a scale around a known centre: the solution of mean(min(z² / phi, k²)) = b, b = 0.7785 being
/// that mean for normal scores. It rises with every |z|, on which withheld.h relies.
///
/// Chosen by simulation, areas as in tests/statistics/calibration_test.cpp. Spiegelhalter's
/// winsorising (the tenth at each end replaced by the next score, without a correction for the
/// loss) makes phi a third too small: with a phi of 2, 5.5% instead of 2.5% of identical wards are
/// exceptionally high. A plain mean lets a ward that holds all events mask itself (26 wards, 60
/// events: its score / root phi is 4.6 with the mean, 8.5 with this, 6.8 with the median). A median
/// is less stable: among 26 wards with a phi of 2, 0.31% are beyond the upper 99.8% limit, with
/// this 0.23%. It is robust to outliers in up to a third of the wards.
///
/// 1 if there are no scores. Precondition: every score is finite.
[[nodiscard]] double dispersion(std::span<const double> scores);

} // namespace wardmap::statistics
