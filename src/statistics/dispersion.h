// SPDX-License-Identifier: MIT
// How far wards differ from the area's rate beyond chance.
#pragma once

#include <span>

namespace wardmap::statistics {

/// phi, the variance of the wards' normal scores around 0, never below 1: counts that vary phi
/// times as much as chance alone (Spiegelhalter 2005, Statistics in Medicine 24(8), multiplicative
/// over-dispersion). Huber's proposal 2 (Huber 1964, Annals of Mathematical Statistics 35; k = 1.5)
/// for a scale around a known centre: the solution of mean(min(z² / phi, k²)) = b, b = 0.7785 being
/// that mean for normal scores. It grows with every |z|, which withheld.h relies on.
///
/// Chosen by simulation, areas as in tests/statistics/calibration_test.cpp. Spiegelhalter's
/// winsorising (the tenth at each end drawn in to the next score, not corrected for what that cuts
/// off) makes phi a third too small: with a phi of 2, 5.5 % instead of 2.5 % of like wards are
/// exceptionally high. A plain mean lets a ward that holds all events hide itself (26 wards, 60
/// events: its score / root phi is 4.6 by the mean, 8.5 by this, 6.8 by the median). A median is
/// less steady: among 26 wards with a phi of 2, 0.31 % are beyond the upper 99.8 % limit, by this
/// 0.23 %. It withstands up to a third of the wards far off.
///
/// 1 if there are no scores. Precondition: every score is finite.
[[nodiscard]] double dispersion(std::span<const double> scores);

} // namespace wardmap::statistics
