// SPDX-License-Identifier: MIT
// Which of its possible places each label takes, so that all together cost least.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::maps {

/// One way to set a label. Millimetres on the sheet.
struct LabelChoice {
    double cost = 0;
    geo::Box box;
    std::optional<std::pair<geo::Point, geo::Point>> leader; // from the label to its ward
};

/// Something to be labelled in one of several ways, or not at all.
struct Labelled {
    std::vector<LabelChoice> choices;
    double cost_of_none = 0;
};

/// What each takes; nothing if it has no label.
using LabelAssignment = std::vector<std::optional<std::size_t>>;

/// Boxes come closer than `gap`, or a leader runs through the other's box or leader.
[[nodiscard]] bool in_conflict(const LabelChoice& a, const LabelChoice& b, double gap);

[[nodiscard]] double total_cost(const std::vector<Labelled>& items, const LabelAssignment& chosen);

/// One after the other, each the cheapest that is still free.
[[nodiscard]] LabelAssignment choose_greedily(const std::vector<Labelled>& items, double gap);

/// Threshold accepting (Dueck and Scheuer 1990) from the greedy choice on: a label may push others
/// away, which find another place or none; what makes the whole dearer is accepted less and less.
/// The cheapest choice that was met, which is never dearer than the greedy one; without conflicts.
/// The same items give the same choice.
[[nodiscard]] LabelAssignment optimise_labels(const std::vector<Labelled>& items, double gap);

} // namespace wardmap::maps
