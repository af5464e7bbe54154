// SPDX-License-Identifier: MIT
// Question 2: among wards as different as these are, is one exceptional?
#pragma once

#include <span>
#include <vector>

#include "statistics/intervals.h"

namespace wardmap::statistics {

enum class Distribution {
    poisson,  // events per person, households: any number of them
    binomial, // people out of people: never more than all
};

/// The normal score of a count, given the area's rate per unit of the denominator: of the exact
/// mid-p (mid_p.h). 0 if nothing can be tested: a rate of 0, a binomial rate of 1 or more.
/// Preconditions: count >= 0, denominator > 0; binomial: whole numbers, count <= denominator.
[[nodiscard]] double score(double count, double denominator, double rate, Distribution kind);

struct FunnelWard {
    double expected = 0; // rate times denominator
    double ratio = 0;    // count / expected; 0 if nothing is expected
    double score = 0;    // by chance alone
    double adjusted = 0; // score / root phi: the ward's place on the over-dispersed funnel
    double p = 1;        // two-sided, of `adjusted`, not corrected for the number of wards
};

struct Funnel {
    double dispersion = 1; // phi
    std::vector<FunnelWard> wards;
};

/// How well the limits hold, in per cent of like wards beyond them (nominal 2.5 and 0.1 on each
/// side; simulated, 100 wards an area, counts gamma-Poisson with variance phi x expected):
///     phi   expected    1           2           5          20
///     1     high      1.9, 0.06   1.8, 0.07   2.1, 0.07   2.1, 0.07
///           low       0,   0      0,   0      1.9, 0      2.0, 0.07
///     2     high      5.7, 1.3    3.9, 0.5    3.1, 0.3    2.8, 0.2
///           low       0,   0      0,   0      1.4, 0      2.1, 0.06
///     10    high      7.8, 4.8    7.1, 3.2    4.9, 1.3    3.2, 0.4
///           low       0,   0      0,   0      0,   0      0.4, 0
/// That is: right for chance alone at any expectation; where wards vary phi times as much their
/// distribution is skewed, and "exceptionally high" is reported too often below an expectation of
/// phi.
///
/// `rate` is the area's, the one that legend and ratio use as well. Preconditions as for score, for
/// each ward; equal lengths.
[[nodiscard]] Funnel make_funnel(std::span<const double> counts,
                                 std::span<const double> denominators, double rate,
                                 Distribution kind);

/// Counts between which a ward of this denominator is within the usual spread at the normal
/// quantile `z`: score = -z root phi and z root phi, on the continuous curve that joins the whole
/// numbers; low is 0 if even no event at all is not exceptional. For funnel plots. Precondition:
/// 0 < rate (binomial: < 1), dispersion >= 1, z > 0.
[[nodiscard]] Interval funnel_limits(double denominator, double rate, double dispersion, double z,
                                     Distribution kind);

} // namespace wardmap::statistics
