// SPDX-License-Identifier: MIT
// A ward by itself: is its count more, or less, than expected from its denominator?
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "measures/intervals.h"
#include "tables/cell.h"

namespace wardmap::hotspots {

enum class Spread {
    poisson,  // events per person, households: any number of them
    binomial, // people out of people: never more than all
};

/// How far wards differ beyond chance. With phi over 1 the limits are those of counts that vary
/// phi times as much as chance alone (Spiegelhalter 2005, Statistics in Medicine 24(8),
/// multiplicative).
struct Dispersion {
    double phi = 1; // mean of the squared scores, the tenth at each end drawn in to the next one
    [[nodiscard]] double factor() const { return phi > 1 ? phi : 1; }
};

/// One ward with a denominator. Ends differ only where its count is withheld.
struct OwnLevel {
    double expected = 0; // the whole area's rate times its denominator
    double ratio_low = 0;
    double ratio_high = 0;         // count / expected ("excess risk"; 1 = as expected)
    measures::Interval ratio_95;   // limits of the ratio by chance alone, from the low end's lower
    measures::Interval ratio_998;  // limit to the high end's upper limit
    measures::Interval funnel_95;  // between these ratios a ward of this size is as expected,
    measures::Interval funnel_998; // over-dispersion included
    double score_low = 0;
    double score_high = 0; // standard scores on the funnel; 2 or more: beyond its 95% limits
    double p = 1; // two-sided, of the score nearer to 0 (1 where the interval spans 0); where phi
                  // is at most 1 that of the exact Poisson distribution
    double p_far = 1; // of the score farther from 0; equal to p where the count is known
};

struct OwnLevels {
    std::vector<std::optional<OwnLevel>> wards; // nothing without a figure or a denominator
    Dispersion dispersion;
    double rate = 0; // of the whole area, per person; withheld figures at the middle
};

/// `figures` and `denominators` have one cell per ward; the whole area is all wards with both.
/// Scores: twice the difference of square roots (Poisson), of arcsines of roots times root of the
/// denominator (binomial), divided by the root of phi.
[[nodiscard]] OwnLevels own_levels(const std::vector<Cell>& figures,
                                   const std::vector<Cell>& denominators, Spread spread);

} // namespace wardmap::hotspots
