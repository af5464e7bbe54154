// SPDX-License-Identifier: MIT
// What is published of the linked counts of one ward.
#pragma once

#include <vector>

#include "disclosure/figure.h"
#include "disclosure/linked_counts.h"

namespace wardmap::disclosure {

/// The true counts.
struct WardCounts {
    enum class Treatment {
        decide,
        show,     // each figure by itself, under the rule
        withhold, // all of them
    };
    std::vector<double> atoms; // the known part of each
    std::vector<Range>
        marks; // the part of each suppressed by its publisher, to be added; {0, 0}: none
    std::vector<bool> is_absent; // figures that the ward does not have
    Treatment treatment = Treatment::decide;
};

/// Adds the part of a figure suppressed by its publisher; an atom with {0, 0} adds nothing.
void add_marks(Range& range, const Sum& figure, const WardCounts& truth);

/// What is published. Infinite ends: nothing is disclosed.
struct WardShown {
    std::vector<Range> figures;
    std::vector<Range> coordinates; // implied ranges, without the part suppressed by the publisher
};

/// Decides figure by figure, in order. Before each, what is already published divides its possible
/// counts into ranges such that, whichever is shown, every guarded sum that may be small can still
/// be any count under the limit; ranges are single counts wherever possible. The true count only
/// selects its range, so truths that are shown alike are treated alike (simulatable auditing:
/// Kenthapadi, Mishra and Nissim 2005). If there are too many combinations to check, all figures
/// are shown if nothing is small, else only the first.
[[nodiscard]] WardShown publish_ward(const LinkedCounts& counts, const WardCounts& truth,
                                     const Rule& rule);

} // namespace wardmap::disclosure
