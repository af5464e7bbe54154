// SPDX-License-Identifier: MIT
// Chooses a position for each label so that the total cost is least.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::maps {

/// One candidate position of a label. Millimetres on the sheet.
struct LabelChoice {
    double cost = 0;
    geo::Box box;
    std::optional<std::pair<geo::Point, geo::Point>> leader; // from the label to its ward
};

/// An item to be labelled in one of several ways, or not at all.
struct Labelled {
    std::vector<LabelChoice> choices;
    double cost_of_none = 0;
};

/// The choice for each item; nothing if it has no label.
using LabelAssignment = std::vector<std::optional<std::size_t>>;

/// Whether boxes are closer than `gap`, or a leader crosses the other's box or leader.
[[nodiscard]] bool in_conflict(const LabelChoice& a, const LabelChoice& b, double gap);

[[nodiscard]] double total_cost(const std::vector<Labelled>& items, const LabelAssignment& chosen);

/// Assigns items in turn, each to its cheapest free choice.
[[nodiscard]] LabelAssignment choose_greedily(const std::vector<Labelled>& items, double gap);

/// Threshold accepting (Dueck and Scheuer 1990), starting from the greedy choice: a label may
/// displace others, which get another position or none; increases in total cost are accepted less
/// and less. Returns the cheapest assignment found, which is free of conflicts and never costs more
/// than the greedy one. Deterministic.
[[nodiscard]] LabelAssignment optimise_labels(const std::vector<Labelled>& items, double gap);

} // namespace wardmap::maps
