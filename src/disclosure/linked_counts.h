// SPDX-License-Identifier: MIT
// Counts of one ward that hang together: theft, and of it shoplifting and bicycle theft.
#pragma once

#include <cstddef>
#include <vector>

#include "disclosure/linear.h"

namespace wardmap::disclosure {

/// Every figure adds up some of the same atoms, each a count of 0 or more. The same for all wards.
/// Every sum has one coefficient for each atom.
struct LinkedCounts {
    std::size_t atoms = 0;
    std::vector<Sum> figures; // in the order in which they are decided: wholes first
    std::vector<Sum> rests;   // of a whole without parts of other tables: never below 0
    std::vector<std::size_t> public_figures; // that anybody has, such as populations
    /// What must not be known to be small any closer than the rule says: the figures, the rests,
    /// and every count that follows from the figures by addition and subtraction.
    std::vector<Sum> guarded;
    /// Whether `guarded` holds everything that follows. If not, wards are only shown as a whole.
    bool is_complete = false;

    /// Whether the figure is among `public_figures`.
    [[nodiscard]] bool is_public(std::size_t figure) const;
};

/// Fills in what has to be guarded. Precondition: the rest is given.
void find_guarded(LinkedCounts& counts);

/// The counts without which all others can be added up: the atoms and the rests.
[[nodiscard]] std::vector<Sum> coordinates(const LinkedCounts& counts);

/// The value of a sum of atoms.
[[nodiscard]] double value_of(const Sum& sum, const std::vector<double>& atoms);

/// Whether a sum holds all atoms that a part adds up.
[[nodiscard]] bool holds(const Sum& whole, const Sum& part);

} // namespace wardmap::disclosure
