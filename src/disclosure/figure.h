// SPDX-License-Identifier: MIT
// What readers are shown of one figure, and what they can know of it.
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

/// Why a figure is not shown.
enum class Why {
    shown,  // it is, perhaps rounded
    source, // its publisher withheld it
    small,  // under the rule
    linked, // a difference from other figures of the ward would give one away
    total,  // the total of all wards would give one away
};

/// A figure on its way to the readers.
struct Figure {
    Cell truth;       // as joined
    Cell shown;       // as published
    double low = 0;   // what readers know of it: the ends of a withheld figure, what a rounded one
    double high = 0;  // may have been; infinite where it is missing
    double keeps = 1; // how many whole numbers it must be possible to take it for
    int steps = 0;    // how often it was widened
    Why why = Why::shown;
};

/// What the rule makes of one figure. 0 is shown. A figure that rounds to 0 is withheld as what
/// rounds to 0, since 0 would say that there was none.
[[nodiscard]] Figure show(const Cell& truth, const Rule& rule);

/// Withholds a figure, or widens one that is withheld: to the multiples of the rule's step that it
/// lies between, twice as far apart each time. What is shown then says nothing but that. Nothing
/// happens to figures that are missing or that their publisher withheld.
void widen(Figure& figure, const Rule& rule, Why why);

/// Whether widening would do anything.
[[nodiscard]] bool can_widen(const Figure& figure);

/// How many whole numbers lie between two ends.
[[nodiscard]] double whole_numbers(double low, double high);

} // namespace wardmap::disclosure
