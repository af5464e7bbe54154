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
/// Chosen by simulation (tests/statistics/calibration_test.cpp): with the tenth at each end drawn
/// in to the next score (Spiegelhalter's winsorising, not corrected for what it cuts off) phi comes
/// out a third too small, so that 5.5 % instead of 2.5 % of like wards are exceptionally high; a
/// plain mean lets one ward that holds all events hide itself (26 wards, 60 events, its score /
/// root phi: 4.6 with the mean, 8.5 with this, 6.8 with the median, which is less steady for small
/// n). It withstands up to 34 % of wards far off.
///
/// 1 where there are no scores. Precondition: every score is finite.
[[nodiscard]] double dispersion(std::span<const double> scores);

} // namespace wardmap::statistics
