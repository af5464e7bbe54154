// SPDX-License-Identifier: MIT
// Deciles and quintiles by rank, as in the English Indices of Deprivation.
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
/// first. `name` is "decile" or "quintile"; `first` is the meaning of 1 (may be empty).
[[nodiscard]] RankBands groups_of_ranks(std::span<const double> sorted, double ranked, int groups,
                                        const std::string& name, const std::string& first);

/// Values that are scores: each gets its rank among them (1 = the greatest; ties share the best
/// rank), then its group as above. Groups without a value have no band.
[[nodiscard]] RankBands groups_of_scores(std::span<const double> sorted, int groups,
                                         const std::string& name, const std::string& first);

} // namespace wardmap::bands
