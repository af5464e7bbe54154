// SPDX-License-Identifier: MIT
// Which figures follow from which others. Private to study/.
#pragma once

#include <cstddef>
#include <vector>

#include "disclosure/figure.h"
#include "disclosure/links.h"
#include "study/joined.h"

namespace wardmap {

/// One set of figures, however often the project maps it: the same columns of the same table, or
/// columns that agree in every ward. Precondition of what follows: one of these is not empty.
struct FigureGroup {
    std::vector<std::size_t> categories;   // of Joined
    std::vector<std::size_t> denominators; // of Joined
    struct StepOf {
        std::size_t category = 0;
        std::size_t step = 0; // of its steps
    };
    std::vector<StepOf> steps;
};

/// Figures that share elements: columns that one adds up and another has by itself, rows of a long
/// table of which one takes more than another, the periods of a series, or a part and its whole by
/// part_of. One rule holds for all of them, the strictest.
struct LinkedFigures {
    std::vector<FigureGroup> members;
    disclosure::Links links; // of the members, in this order
    disclosure::Rule rule;
};

/// The figures of a member as joined.
[[nodiscard]] const std::vector<Cell>& cells_of(const Joined& joined, const FigureGroup& same);

/// All counts that come from a table, by what is linked to what; in the order of the categories.
/// `project`: all categories of the project, for what is part of what.
[[nodiscard]] std::vector<LinkedFigures>
linked_figures(const Joined& joined, const std::vector<project::Category>& project);

} // namespace wardmap
