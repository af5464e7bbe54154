// SPDX-License-Identifier: MIT
// Linked counts of one ward: theft, and its parts shoplifting and bicycle theft.
#pragma once

#include <cstddef>
#include <vector>

#include "disclosure/linear.h"

namespace wardmap::disclosure {

/// Every figure is a sum of some of the same atoms, each a count of 0 or more. The same for all
/// wards. Every sum has one coefficient for each atom.
struct LinkedCounts {
    std::size_t atoms = 0;
    std::vector<Sum> figures; // in order of decision: wholes first
    std::vector<Sum> rests;   // of a whole minus parts in other tables: never below 0
    std::vector<std::size_t> public_figures; // known to anyone, such as populations
    /// Sums that, if small, must not be known more closely than the rule allows: the figures, the
    /// rests, and every count that follows from the figures by addition and subtraction.
    std::vector<Sum> guarded;
    /// Whether `guarded` holds every count that follows. If not, a ward's figures are only shown
    /// all together.
    bool is_complete = false;

    /// Whether the figure is among `public_figures`.
    [[nodiscard]] bool is_public(std::size_t figure) const;
};

/// Fills in `guarded`. Precondition: the other members are set.
void find_guarded(LinkedCounts& counts);

/// The counts from which all others can be added up: the atoms and the rests.
[[nodiscard]] std::vector<Sum> coordinates(const LinkedCounts& counts);

/// The value of a sum of atoms.
[[nodiscard]] double value_of(const Sum& sum, const std::vector<double>& atoms);

/// Whether a sum contains all atoms of a part.
[[nodiscard]] bool holds(const Sum& whole, const Sum& part);

} // namespace wardmap::disclosure
