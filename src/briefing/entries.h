// SPDX-License-Identifier: MIT
// The listed wards. Private to briefing/.
#pragma once

#include <string>
#include <vector>

#include "briefing/briefing.h"

namespace wardmap::briefing {

/// One category that gives a ward points.
struct Reason {
    const Subject* subject = nullptr;
    Points points;
};

struct Entry {
    WardScore score;
    std::string mark; // "1", "2", ... on the list and the maps; "A", ... for priorities after them
    bool priority = false;
    std::vector<Reason> reasons; // most weighted points first; may be empty
};

/// At most `most` wards that score, best first, then the priorities not among them.
[[nodiscard]] std::vector<Entry> entries_of(const Briefing& briefing, std::size_t most);

/// Wards tied with the last one listed, but not listed because there is no space; by name.
[[nodiscard]] std::vector<std::size_t> equal_to_last(const Briefing& briefing, std::size_t most);

/// The ward's rank on the list of `most` wards at a time; nothing if it is not on it.
[[nodiscard]] std::optional<std::size_t> place_on_list(const std::vector<WardScore>& ranking,
                                                       std::size_t ward, std::size_t most);

} // namespace wardmap::briefing
