// SPDX-License-Identifier: MIT
// What several maps are called together, and what tells each from the others. Private to study/.
#pragma once

#include <string>
#include <vector>

namespace wardmap {

/// Titles taken apart: what all share, and what is left of each.
struct TitleParts {
    std::string common;             // "Exclusions" of "Exclusions, 2010" and "Exclusions, 2011"
    std::vector<std::string> apart; // "2010", "2011"
};
[[nodiscard]] TitleParts taken_apart(const std::vector<std::string>& titles);

/// How maps are told apart. Both lists have one entry per map.
struct MapHeads {
    bool through_time = false; // by their periods; else by what they show
    std::vector<std::string> heads;
};
[[nodiscard]] MapHeads heads_of(const TitleParts& titles, const std::vector<std::string>& whole,
                                const std::vector<std::string>& periods);

/// "January to November 2014", "2009/10 to 2011/12", "April to June, 2012 to 2014": of periods of
/// time exactly those that there are; of other labels from the first to the last. Empty if that
/// cannot be said in short.
[[nodiscard]] std::string span_of(const std::vector<std::string>& periods);

} // namespace wardmap
