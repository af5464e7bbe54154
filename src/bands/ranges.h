// SPDX-License-Identifier: MIT
// Printed ranges that hold the legend guarantee.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bands/cut.h"

namespace wardmap::bands {

/// The printed members of one band: the values before rounding that its range must include. An
/// empty band has no members; its range comes from its breaks.
struct Members {
    std::optional<double> least;
    std::optional<double> most;
};

struct Ranges {
    int decimals = 0;
    std::vector<double> breaks;      // cuts as printed
    std::vector<std::string> ranges; // lowest first
};

/// Finds the least number of decimals, from `least_decimals` to 20, with which every member,
/// rounded for printing, is within the printed ends of its own band, and ends of neighbouring bands
/// do not touch. A band prints from its cut to one last digit below the next; the lowest from
/// `low`, the highest up to `high`, both rounded. `place` gives the position of a cut. Nothing if
/// no number of decimals suffices.
[[nodiscard]] std::optional<Ranges> print_ranges(double low, double high,
                                                 const std::vector<Cut>& cuts,
                                                 const std::vector<Members>& members,
                                                 int least_decimals);

} // namespace wardmap::bands
