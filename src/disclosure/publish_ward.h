// SPDX-License-Identifier: MIT
// What readers are shown of the linked counts of one ward.
#pragma once

#include <vector>

#include "disclosure/figure.h"
#include "disclosure/linked_counts.h"

namespace wardmap::disclosure {

/// The truth.
struct WardCounts {
    enum class Treatment {
        decide,
        show,     // as the rule shows each figure by itself
        withhold, // all of them
    };
    std::vector<double> atoms; // what is known of each
    std::vector<Range> marks;  // what its publisher withheld of each, to be added; {0, 0}: nothing
    std::vector<bool> is_absent; // figures that the ward does not have
    Treatment treatment = Treatment::decide;
};

/// Adds what the publisher withheld of a figure; {0, 0} of an atom adds nothing.
void add_marks(Range& range, const Sum& figure, const WardCounts& truth);

/// What is shown. Infinite ends: nothing is said.
struct WardShown {
    std::vector<Range> figures;
    std::vector<Range> coordinates; // what follows for them; without what the publisher withheld
};

/// Decides figure by figure, in their order. Before each, what is known already divides the counts
/// that it may be into ranges such that whichever of them is shown, everything guarded that may be
/// small keeps all counts under the limit; the ranges are single counts wherever that can be. The
/// true count only picks its range. So every truth that is shown alike is treated alike
/// (simulatable auditing: Kenthapadi, Mishra and Nissim 2005). If there are too many combinations
/// to look at, all figures are shown if nothing is small, else only the first.
[[nodiscard]] WardShown publish_ward(const LinkedCounts& counts, const WardCounts& truth,
                                     const Rule& rule);

} // namespace wardmap::disclosure
