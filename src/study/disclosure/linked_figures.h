// SPDX-License-Identifier: MIT
// Figures linked by common cells of tables, or as parts of each other. Private to study/.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "disclosure/publish_wards.h"
#include "study/joined.h"

namespace wardmap {

struct WardSet;

/// One set of figures, however often the project maps it: the same cells in every ward, or tables
/// that agree in every ward. One of these is not empty:
struct FigureGroup {
    std::vector<std::size_t> categories;   // of Joined
    std::vector<std::size_t> denominators; // of Joined
    struct StepOf {
        std::size_t category = 0;
        std::size_t step = 0; // of its steps
    };
    std::vector<StepOf> steps;
};

/// Figures that share cells, or are a part and its whole by part_of or by a share. The strictest
/// rule applies to all of them.
struct LinkedFigures {
    std::vector<FigureGroup> members;          // in the order of the figures of `counts`
    disclosure::LinkedCounts counts;           // of a ward
    std::vector<disclosure::WardCounts> wards; // the true counts
    std::vector<disclosure::Region> regions;   // with known totals
    disclosure::Rule rule;
};

/// The figures of a member as joined: all vectors have one entry per ward.
[[nodiscard]] std::vector<const std::vector<Cell>*> cells_of(const Joined& joined,
                                                             const FigureGroup& same);

/// All counts from tables, grouped by links; none if no rule or mark suppresses anything.
/// `project`: all categories of the project, for part_of.
[[nodiscard]] std::vector<LinkedFigures>
linked_figures(const Joined& joined, const std::vector<project::CategorySpec>& project,
               const WardSet& wards);

} // namespace wardmap
