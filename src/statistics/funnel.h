// SPDX-License-Identifier: MIT
// Question 2: given how much these wards vary, is one exceptional?
#pragma once

#include <span>
#include <vector>

#include "statistics/intervals.h"

namespace wardmap::statistics {

enum class Distribution {
    poisson,  // events per person or household: no upper limit
    binomial, // part of a population: at most all of it
};

/// The normal score of a count, given the area's rate per unit of the denominator: of the exact
/// mid-p (mid_p.h). 0 if no test is possible: a rate of 0, or a binomial rate of 1 or more.
/// Preconditions: count >= 0, denominator > 0; binomial: whole numbers, count <= denominator.
[[nodiscard]] double score(double count, double denominator, double rate, Distribution kind);

struct FunnelWard {
    double expected = 0; // rate times denominator
    double ratio = 0;    // count / expected; 0 if nothing is expected
    double score = 0;    // by chance alone
    double adjusted = 0; // score / root phi: the ward's position on the over-dispersed funnel
    double p = 1;        // two-sided, of `adjusted`, not corrected for the number of wards
};

struct Funnel {
    double dispersion = 1; // phi
    std::vector<FunnelWard> wards;
};

/// Calibration of the limits, as the percentage of identical wards beyond them (nominal 2.5 and 0.1
/// on each side; simulated, 100 wards an area, counts gamma-Poisson with variance phi x expected):
///     phi   expected    1           2           5          20
///     1     high      1.9, 0.06   1.8, 0.07   2.1, 0.07   2.1, 0.07
///           low       0,   0      0,   0      1.9, 0      2.0, 0.07
///     2     high      5.7, 1.3    3.9, 0.5    3.1, 0.3    2.8, 0.2
///           low       0,   0      0,   0      1.4, 0      2.1, 0.06
///     10    high      7.8, 4.8    7.1, 3.2    4.9, 1.3    3.2, 0.4
///           low       0,   0      0,   0      0,   0      0.4, 0
/// That is: calibrated for chance alone at any expectation; with over-dispersion the distribution
/// is skewed, and "exceptionally high" is reported too often below an expectation of phi.
///
/// `rate` is the area's, also used by legend and ratio. Preconditions as for score, for each ward;
/// equal lengths.
[[nodiscard]] Funnel make_funnel(std::span<const double> counts,
                                 std::span<const double> denominators, double rate,
                                 Distribution kind);

/// Counts between which a ward of this denominator is within the usual spread at the normal
/// quantile `z`: score = -z root phi and z root phi, on the continuous curve through the whole
/// numbers; low is 0 if zero events would not be exceptional. For funnel plots. Precondition:
/// 0 < rate (binomial: < 1), dispersion >= 1, z > 0.
[[nodiscard]] Interval funnel_limits(double denominator, double rate, double dispersion, double z,
                                     Distribution kind);

} // namespace wardmap::statistics
