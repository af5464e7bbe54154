// SPDX-License-Identifier: MIT
// Tenths and fifths by rank, as the English Indices of Deprivation give them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bands/cut.h"

namespace wardmap::bands {

struct RankBands {
    std::vector<Cut> cuts;
    std::vector<std::string> words; // "decile 1, most deprived"; lowest figure first
};

/// Values that are ranks of `ranked` areas: group = ceil(groups x rank / ranked), so that 1 is the
/// first. `name` is "decile" or "quintile"; `first` says what 1 means (may be empty).
[[nodiscard]] RankBands groups_of_ranks(std::span<const double> sorted, double ranked, int groups,
                                        const std::string& name, const std::string& first);

/// Values that are scores: each gets its rank among them (1 = the greatest; equal ones share the
/// best place), then its group as above. Groups without a value have no band.
[[nodiscard]] RankBands groups_of_scores(std::span<const double> sorted, int groups,
                                         const std::string& name, const std::string& first);

} // namespace wardmap::bands
