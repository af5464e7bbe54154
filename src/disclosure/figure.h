// SPDX-License-Identifier: MIT
// What is published of one figure.
#pragma once

#include "tables/cell.h"

namespace wardmap::disclosure {

/// Counts above 0 and under `below` are suppressed, the others rounded to a multiple of `round_to`.
struct Rule {
    double below = 0;    // 0: none is suppressed
    double round_to = 0; // 0: none is rounded

    [[nodiscard]] bool is_on() const { return below > 0 || round_to > 0; }
    bool operator==(const Rule&) const = default;
};

/// The stricter of two rules.
[[nodiscard]] Rule strictest(const Rule& a, const Rule& b);

/// Why a figure is not shown. It follows from what is shown and discloses nothing more.
enum class Why {
    shown,  // shown, perhaps rounded
    source, // suppressed by its publisher
    small,  // small under the rule
    linked, // it is small, or a figure that is added to it or subtracted from it is
    total,  // the total of its wards would disclose one
};

/// The values that readers cannot exclude for a count: the whole numbers from low to high.
struct Range {
    double low = 0;
    double high = 0; // may be infinite

    [[nodiscard]] bool is_point() const { return low == high; }
    bool operator==(const Range&) const = default;
};

/// The counts that the rule alone shows alike: 0, the small ones, those that round to the same
/// multiple. Precondition: a whole number of 0 or more, or any if the rule does not round.
[[nodiscard]] Range shown_alike(double count, const Rule& rule);

/// How a range is shown: as a figure if it is a single count or rounds to one multiple above 0,
/// else suppressed.
[[nodiscard]] Cell show(const Range& range, const Rule& rule);

/// Applies the rule to one figure by itself. Figures that are missing or suppressed by their
/// publisher stay so.
[[nodiscard]] Cell show(const Cell& truth, const Rule& rule);

} // namespace wardmap::disclosure
