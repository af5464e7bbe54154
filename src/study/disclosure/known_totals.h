// SPDX-License-Identifier: MIT
// The wards whose total readers know. Private to study/.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "disclosure/publish_wards.h"
#include "study/disclosure/figure_sources.h"
#include "study/joined.h"

namespace wardmap {

/// The figures of denominators: publicly known, unless a category has them too or they come from a
/// file that a category with a rule uses.
class PublicFigures {
public:
    PublicFigures(const Joined& joined, const std::vector<SourcedFigures>& all);

    [[nodiscard]] bool contains(std::size_t figures) const;

    /// The figures of a denominator; null if they are not publicly known.
    [[nodiscard]] const std::vector<Cell>* denominator(const std::string& id) const;

private:
    const Joined& m_joined;
    const std::vector<SourcedFigures>& m_all;
    std::set<std::string> m_secret_files; // used by a category with a rule
};

/// Wards in the same totals of linked sets of figures, ordered by publicly known size, then by
/// code. `scattered`: sets with cells that other wards use too, whose total is known.
[[nodiscard]] std::vector<disclosure::Region> known_totals(const std::vector<std::size_t>& linked,
                                                           const std::vector<SourcedFigures>& all,
                                                           const std::set<std::size_t>& scattered,
                                                           const PublicFigures& known,
                                                           const Joined& joined);

} // namespace wardmap
