// SPDX-License-Identifier: MIT
// The common title of several maps, and what distinguishes each. Private to study/.
#pragma once

#include <string>
#include <vector>

namespace wardmap {

/// Titles divided into the common part and the rest of each.
struct TitleParts {
    std::string common;             // "Exclusions" of "Exclusions, 2010" and "Exclusions, 2011"
    std::vector<std::string> apart; // "2010", "2011"
};
[[nodiscard]] TitleParts taken_apart(const std::vector<std::string>& titles);

/// Headings that distinguish maps. One entry per map.
struct MapHeads {
    bool through_time = false; // distinguished by period; else by content
    std::vector<std::string> heads;
};
[[nodiscard]] MapHeads heads_of(const TitleParts& titles, const std::vector<std::string>& whole,
                                const std::vector<std::string>& periods);

/// "January to November 2014", "2009/10 to 2011/12", "April to June, 2012 to 2014": for periods,
/// exactly those present; for other labels, the first to the last. Empty if there is no short form.
[[nodiscard]] std::string span_of(const std::vector<std::string>& periods);

} // namespace wardmap
