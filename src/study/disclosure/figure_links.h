// SPDX-License-Identifier: MIT
// Which sets of figures share cells of tables, or are parts of each other. Private to study/.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "project/figures.h"
#include "study/disclosure/figure_sources.h"
#include "study/joined.h"

namespace wardmap {

struct WardSet;

/// The parts' sum is not above the wholes'. Indices of sets of figures.
struct Relation {
    std::vector<std::size_t> wholes;
    std::vector<std::size_t> parts;
};

struct FigureLinks {
    std::vector<std::vector<std::size_t>> groups; // of linked sets, each in ascending order
    std::vector<Relation> relations;              // each within one group
    std::set<std::size_t> scattered;              // sets with cells that other wards use too
};

/// Links by cells, by part_of, and by shares of a denominator. `project`: all categories of the
/// project, for what is part of what.
[[nodiscard]] FigureLinks link_figures(const std::vector<SourcedFigures>& all, const Joined& joined,
                                       const std::vector<project::CategorySpec>& project,
                                       const WardSet& wards);

/// Whether a set of figures is the denominator of that id.
[[nodiscard]] bool has_denominator(const Joined& joined, const SourcedFigures& figures,
                                   const std::string& id);

} // namespace wardmap
