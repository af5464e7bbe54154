// SPDX-License-Identifier: MIT
// What readers are shown of one figure.
#pragma once

#include "tables/cell.h"

namespace wardmap::disclosure {

/// Counts above 0 and under `below` are withheld, the others rounded to a multiple of `round_to`.
struct Rule {
    double below = 0;    // 0: none is withheld
    double round_to = 0; // 0: none is rounded

    [[nodiscard]] bool is_on() const { return below > 0 || round_to > 0; }
    bool operator==(const Rule&) const = default;
};

/// The strictest of both.
[[nodiscard]] Rule strictest(const Rule& a, const Rule& b);

/// Why a figure is not shown. It follows from what is shown, and says nothing more.
enum class Why {
    shown,  // it is, perhaps rounded
    source, // its publisher withheld it
    small,  // under the rule
    linked, // it, or a figure that it is added up with or taken from, is small
    total,  // the total of its wards would give one away
};

/// What readers can take a count for: the whole numbers from low to high.
struct Range {
    double low = 0;
    double high = 0; // may be infinite

    [[nodiscard]] bool is_point() const { return low == high; }
    bool operator==(const Range&) const = default;
};

/// The counts that are shown alike if nothing but the rule matters: 0, the small ones, those that
/// round to the same multiple. Precondition: a whole number of 0 or more, or any if the rule does
/// not round.
[[nodiscard]] Range shown_alike(double count, const Rule& rule);

/// How a range is shown: as a figure if it is one or rounds to one multiple above 0, else withheld.
[[nodiscard]] Cell show(const Range& range, const Rule& rule);

/// What the rule makes of one figure by itself. Figures that are missing or withheld by their
/// publisher stay so.
[[nodiscard]] Cell show(const Cell& truth, const Rule& rule);

} // namespace wardmap::disclosure
